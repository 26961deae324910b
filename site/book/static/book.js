// A box that scrolls sideways must be within reach of the keyboard.
addEventListener("load", async () => {
  await window.MathJax?.startup?.promise;
  for (const box of document.querySelectorAll("pre, .output, .output div, div.math, .table-wrapper")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
});

// The label that MyST-NB gives to a cover would be read in place of the words on it.
for (const summary of document.querySelectorAll("details.hide > summary")) summary.removeAttribute("aria-label");

// The theme gives two parts of the page the same role and no name.
document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "pages of the course");
document.querySelector(".toc-drawer")?.setAttribute("aria-label", "sections of this page");

// Nobody can open an answer on paper.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("article details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
