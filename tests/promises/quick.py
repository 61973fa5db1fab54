"""Settings for a server that has to be quick."""

QUICK = (
    "-c",
    """
from datetime import timedelta
from outreach.delivery import delivery
# what a killed server held is taken over sooner than after its minute
delivery.LEASE = timedelta(seconds=5)
from main import main
main()
""",
)
