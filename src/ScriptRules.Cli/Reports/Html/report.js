const form = document.querySelector("form");
if (form) {
  form.hidden = false;
  const items = [...document.querySelectorAll(".item")];
  const show = () => {
    const wanted = { severity: form.severity.value, rule: form.rule.value, file: form.file.value };
    const words = form.words.value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      let any = false;
      for (const breach of item.querySelectorAll(".breach")) {
        const fits = (!wanted.severity || breach.dataset.severity === wanted.severity)
          && (!wanted.rule || breach.dataset.rule === wanted.rule)
          && (!wanted.file || item.dataset.file === wanted.file)
          && (!words || breach.textContent.toLowerCase().includes(words) || item.querySelector("h3").textContent.toLowerCase().includes(words));
        breach.hidden = !fits;
        any ||= fits;
        shown += fits ? 1 : 0;
      }
      item.hidden = !any;
    }
    form.shown.value = `显示 ${shown} 处`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  show();
}
