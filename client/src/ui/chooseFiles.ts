/** Asks the person for files; none where they think better of it. */
export const chooseFiles = ({ accept }: { accept: string }): Promise<readonly File[]> =>
  new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = true
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
