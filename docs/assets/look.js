// Before the first paint: the colours a reader chose here, if any. Readers without a choice follow their device.
try {
  const chosen = localStorage.getItem("scheme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.scheme = chosen;
} catch {
  // Storage may be switched off; then the device decides.
}
