// The button that copies the address of a page beside it.
(() => {
  if (!navigator.clipboard) return;
  for (const line of document.querySelectorAll(".share-line")) {
    const button = line.querySelector("button");
    const said = line.querySelector("[role=status]");
    const address = line.querySelector(".page-address");
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(address.textContent);
      button.textContent = said.textContent = button.dataset.copied;
      setTimeout(() => {
        button.textContent = label;
        said.textContent = "";
      }, 3000);
    });
  }
})();
