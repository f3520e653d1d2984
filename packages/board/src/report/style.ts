/**
 * The style of the printed report, within the page: it is kept and sent on, and must look the same without us. The colours
 * are those of the screen (client/src/ui/tokens.css); paper is always light.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#f7f5f0,#191b1f);--surface:light-dark(#fff,#202328);--ink:light-dark(#22252b,#eceae4);
--soft:light-dark(#5d636e,#a9aeb8);--line:light-dark(#d8d3c8,#454b55);--link:light-dark(#3d4b8f,#aab6f2);--sunken:light-dark(#efece5,#2c3037);
--circle:light-dark(#0b5fa5,#74b7f3);--square:light-dark(#b4540a,#f0a566);--triangle:light-dark(#0b7a5c,#55c9a1);
--hexagon:light-dark(#93266e,#ea92cb);--pentagon:light-dark(#5f5a00,#cfc64e);--on-side:light-dark(#fff,#16181c)}
*{box-sizing:border-box}
body{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:.9375rem/1.5 system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
h1,h2,.strong,.kept{font-family:"Source Serif 4",Georgia,"Times New Roman",serif}
h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.2}
h2{margin:0 0 .25rem;font-size:1.3125rem}
h3{margin:1.25rem 0 .25rem;font-size:.9375rem}
p{margin:.25rem 0 .5rem;max-width:46rem}
header p,.note{color:var(--soft)}
.plain,.strong,.kept,td,th{white-space:pre-line}
.strong{font-size:1.1875rem}
.kept{margin:.75rem 0;padding:1rem 1.25rem;border-inline-start:3px solid var(--line);background:var(--surface);white-space:pre-wrap}
a{color:var(--link)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:1rem 0 0;padding:0;list-style:none}
nav a{display:inline-block;padding:.25rem 0}
section{margin-top:2.25rem;padding-top:1.25rem;border-top:1px solid var(--line)}
#agreement .note{padding:.5rem .75rem;background:var(--sunken);color:var(--ink);font-weight:600}
.wide{margin:.75rem 0;overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;background:var(--surface)}
.wide:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:.8125rem;line-height:1.45}
caption{padding:.5rem .75rem;text-align:start;color:var(--soft);font-weight:600}
/* Said by the heading above already, and still the name of the table for whoever listens. */
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.4375rem .75rem;border-top:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400;min-width:4rem}
thead th{color:var(--soft);font-weight:600}
tbody th{min-width:12rem}
@media screen and (max-width:30rem){th,td{padding:.4375rem .5rem}tbody th{min-width:7rem;overflow-wrap:anywhere}}
.long{overflow-wrap:anywhere;min-width:18rem}.day{white-space:nowrap}tbody th.day{min-width:0}
.number,thead .number{text-align:end;font-variant-numeric:tabular-nums}
.side{display:inline-flex;align-items:center;gap:.375rem}
.mark{display:inline-grid;place-items:center;flex:none;width:1.25rem;height:1.25rem;background:var(--c);color:var(--on-side);
font-size:.6875rem;font-weight:700;line-height:1}
.circle{--c:var(--circle)}.square{--c:var(--square)}.triangle{--c:var(--triangle)}.hexagon{--c:var(--hexagon)}.pentagon{--c:var(--pentagon)}
.circle .mark{border-radius:50%}.square .mark{border-radius:.1875rem}
.triangle .mark{clip-path:polygon(50% 0,100% 100%,0 100%);align-items:end;padding-bottom:.0625rem}
.hexagon .mark{clip-path:polygon(50% 0,95% 25%,95% 75%,50% 100%,5% 75%,5% 25%)}
.pentagon .mark{clip-path:polygon(50% 0,100% 38%,82% 100%,18% 100%,0 38%)}
.plot{display:block;width:100%;max-width:40rem;margin:.5rem 0}
.plot text{fill:var(--soft);font-size:12px}
.plot .goal{fill:var(--ink);stroke:var(--paper);stroke-width:5;stroke-linejoin:round;paint-order:stroke}
.level{stroke:var(--line)}
.target{stroke:var(--ink);stroke-dasharray:5 4}
.line{fill:none;stroke:var(--link);stroke-width:2}
.dot{fill:var(--link)}
@media (forced-colors:active){.mark{border:1px solid;clip-path:none!important}.line,.target{stroke:CanvasText}.dot{fill:CanvasText}}
@page{margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#555}}
@media print{:root{color-scheme:light;--paper:#fff}body{max-width:none;padding:0;font-size:10pt}nav{display:none}
section{margin-top:14pt;padding-top:8pt}h2,h3,caption,.note{break-after:avoid}tr,svg,.kept,ul:not(:has(>:nth-child(9))){break-inside:avoid}
.wide{overflow:visible;border-radius:0}table{font-size:8.5pt}thead{display:table-header-group}
thead tr{break-after:avoid}tbody tr:first-child{break-before:avoid}
th,td{padding:3pt 5pt;min-width:0}.long{min-width:0}
tbody th{min-width:0}.mark,#agreement .note{-webkit-print-color-adjust:exact;print-color-adjust:exact}p{orphans:3;widows:3}}
`.trim()
