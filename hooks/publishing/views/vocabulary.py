"""What the values of records are called: messages of the catalogue."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "a message, said later"
    """Mark a message for the catalogue."""
    return message


STATUS = {
    "active": N_("Active"),
    "on-hold": N_("On hold"),
    None: N_("Not known"),
}
STATUS_MEANING = {
    "active": N_("The signatory is published as active in the source."),
    "on-hold": N_(
        "A signatory is put on hold when it misses a deadline for its plan or its report, "
        "until it submits."
    ),
    None: N_("No source says whether the commitment is active today."),
}
COMMITMENT = {
    "2020": N_("2020: cut CO₂ by at least 20% by 2020"),
    "2030": N_("2030: cut CO₂ further by 2030 and adapt to climate change"),
    "2050": N_("2050: net zero emissions by 2050"),
    "mayors-adapt": N_("Mayors Adapt: adapt to climate change"),
}
COMMITMENT_SHORT = {
    "2020": "2020",
    "2030": "2030",
    "2050": "2050",
    "mayors-adapt": "Mayors Adapt",
}
ADHESION_PRECISION = {
    "exact": None,
    "ceremony": N_("day of the signing ceremony"),
    "on-or-before": N_("on this day or earlier"),
}
ADHESION_KIND = {
    "individual": N_("On its own"),
    "group": N_("In a group with a joint action plan"),
}
POPULATION_KIND = {
    "declared": N_("declared when joining"),
    "census": N_("census"),
}
DOUBT = {
    "low-per-capita": N_(
        "The emissions per inhabitant are unusually low: read the figure with care."
    ),
    "high-per-capita": N_(
        "The emissions per inhabitant are unusually high: read the figure with care."
    ),
    "population-differs-from-adhesion": N_(
        "The population in this inventory differs strongly from the one declared when joining."
    ),
    "implausible-against-baseline": N_(
        "The planned reduction does not fit the baseline inventory: read the figure with care."
    ),
    "implausibly-small": N_("The planned reduction is unusually small: read the figure with care."),
    "implausible-population": N_(
        "This number looks wrong for the place. It is left out of all totals."
    ),
    "differs-from-town": N_(
        "This number seems to count only the central village. It is left out of all totals."
    ),
}
ACTION_PLAN = {
    "submitted": N_("Action plan submitted"),
    "monitored": N_("Action plan submitted and monitored"),
    "target-published": N_("A target of the action plan is published"),
    "approved": N_("Action plan approved"),
}
INVENTORY_KIND = {
    "baseline": N_("Baseline emission inventory, {year}"),
    "monitoring": N_("Monitoring emission inventory, {year}"),
}
INVENTORIES = {
    "baseline": N_("Baseline emission inventories, {years}"),
    "monitoring": N_("Monitoring emission inventories, {years}"),
}
INVENTORY_SECTOR = {
    "municipal-buildings": N_("Municipal buildings and facilities"),
    "tertiary-buildings": N_("Institutional and service buildings"),
    "residential-buildings": N_("Homes"),
    "industry": N_("Industry and construction"),
    "transport": N_("Transport"),
    "waste": N_("Waste and waste water"),
}
REDUCTION_SECTOR = {
    "municipal": N_("Municipal buildings"),
    "tertiary": N_("Service buildings"),
    "residential": N_("Homes"),
    "public-lighting": N_("Public lighting"),
    "industry": N_("Industry"),
    "transport": N_("Transport"),
    "local-electricity": N_("Local electricity production"),
    "local-heat": N_("Local heat and cold production"),
    "other": N_("Other"),
}
MILESTONE = {
    "climate-neutrality-year": N_("Climate neutrality planned for the year"),
    "reduction-reached-2020": N_("CO₂ reduction reached by 2020"),
    "reduction-planned-2030": N_("CO₂ reduction planned by 2030"),
}
RELATION = {
    "same-place": N_("Another record of the same place"),
    "district-of": N_("The district around this town is a signatory too"),
    "town-in-district": N_("The central town of this district is a signatory too"),
}
# A body's role and reach, or None where no source says how far it reaches.
ORGANISATION_KIND = {
    ("coordinator", "national"): N_("National coordinator"),
    ("coordinator", "territorial"): N_("Territorial coordinator"),
    ("coordinator", None): N_("Coordinator"),
    ("supporter", "national"): N_("National supporter"),
    ("supporter", "international"): N_("International supporter"),
    ("supporter", None): N_("Supporter"),
}
NAMED_AS = {
    "coordinator": N_("Named as a coordinator"),
    "supporter": N_("Named as a supporter"),
}
SERVICE = {
    "promotion": N_("Promoting the Covenant"),
    "seap": N_("Technical help with action plans"),
    "finance": N_("Financial support"),
    "energy-days": N_("Local energy days"),
    "training": N_("Training"),
    "other": N_("Other support"),
}
# Classes of population: (key, smallest, smallest of the next class, label).
POPULATION_CLASSES = (
    ("s", 0, 10_000, N_("up to 10,000")),
    ("m", 10_000, 50_000, N_("10,000 to 50,000")),
    ("l", 50_000, 250_000, N_("50,000 to 250,000")),
    ("xl", 250_000, 10**9, N_("250,000 and more")),
)
TOPIC = {
    "adhesion": N_("Joining the Covenant"),
    "action-plan": N_("Action plans"),
    "project": N_("The project"),
    "event": N_("Meetings"),
    "training": N_("Training"),
    "funding": N_("Funding"),
    "club": N_("Clubs of mayors"),
}
EVENT_STATUS = {
    "confirmed": None,
    "tentative": N_("Not yet certain"),
    "cancelled": N_("Cancelled"),
}
FINANCE = {
    "local-instruments": N_("Local financial instruments"),
    "international-institutions": N_("International financial institutions"),
    "nif": N_("Neighbourhood Investment Facility (NIF)"),
    "ifca": N_("Investment Facility for Central Asia (IFCA)"),
    "donors": N_("Donors"),
}
DOCUMENT_TYPE = {
    "fact-sheet": N_("Fact sheet"),
    "guide": N_("Guide"),
    "report": N_("Report"),
    "dataset": N_("Dataset"),
    "article": N_("Article"),
    "form": N_("Form"),
    "presentation": N_("Presentation"),
}
# Who speaks to the readers of the newsletter.
ABOUT = N_(
    "This newsletter comes from an information site on the Covenant of Mayors. It is not an "
    "official publication of the European Union."
)
# What every page and every e-mail says at its end.
SUPPORT = N_(
    "The project of 2011–2015 was supported by the European Union, through the "
    "Directorate-General Development and Cooperation – EuropeAid of the European Commission."
)
DISCLAIMER = N_(
    "This site gives information only. Sole responsibility for the content lies with the "
    "Covenant of Mayors Office East; it does not necessarily reflect the opinion of the European "
    "Union. The European Commission is not responsible for any use of the information."
)
FOUND_KIND = {
    "page": N_("Pages"),
    "signatory": N_("Signatories"),
    "body": N_("Coordinators and supporters"),
    "news": N_("News"),
    "newsletter": N_("Newsletter"),
    "event": N_("Events"),
    "document": N_("Documents"),
    "term": N_("Glossary"),
}
AREA = {
    "eastern-partnership": N_("Eastern Partnership"),
    "eleven-countries": N_("All eleven countries"),
    "world": N_("Worldwide"),
}
INDICATOR = {
    "signatories": N_("Signatories"),
    "signatories-on-hold": N_("Signatories on hold"),
    "commitment-2030": N_("Signatories with the commitment for 2030"),
    "action-plans": N_("Action plans"),
    "national-coordinators": N_("National coordinators"),
    "national-supporters": N_("National supporters"),
}
PRECISION = {
    "exact": None,
    "about": N_("about {number}"),
    "over": N_("over {number}"),
}
PHASE_PART = {
    None: N_("Phase {number}"),
    "central-asia": N_("Phase {number}, Central Asia only"),
}


def population_class(inhabitants: int) -> str:
    """Return the key of the class that a population is in."""
    return next(key for key, low, high, _label in POPULATION_CLASSES if low <= inhabitants < high)
