"""A tab that somebody leaves for another one."""

HIDES = (
    "away => { Object.defineProperty(document, 'hidden', { value: away, configurable: true }); "
    "document.dispatchEvent(new Event('visibilitychange')) }"
)
