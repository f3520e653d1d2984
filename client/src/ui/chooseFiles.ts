/** Asks the person for files; none where they think better of it. */
export const chooseFiles = ({ accept }: { accept: string }): Promise<readonly File[]> =>
  new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = true
    input.hidden = true
    const end = (files: readonly File[]) => {
      input.remove()
      resolve(files)
    }
    input.onchange = () => end([...(input.files ?? [])])
    input.oncancel = () => end([])
    // On the page as long as it asks: some browsers tell nothing of what was chosen in a field that lies nowhere.
    document.body.append(input)
    input.click()
  })
