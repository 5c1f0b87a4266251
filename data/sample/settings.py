"""The settings that lie beside the sample: its sources and its tags by rule."""

SETTINGS = """\
# Settings of the sample corpus; see docs/configuration.md for all of them.
time_zone = "Europe/Amsterdam"

[[sources]]
name = "pages"
kind = "files"
path = "pages"

[[sources]]
name = "feeds"
kind = "files"
path = "feeds"

[[sources]]
name = "captures"
kind = "files"
path = "captures"

[[sources]]
name = "tables"
kind = "files"
path = "tables"

[[sources]]
name = "broken"
kind = "files"
path = "broken"

[[tags]]
name = "Labour disputes"
query = 'strike OR strikes OR strikers OR walkout OR "pay offer" OR "picket line"'

[[tags]]
name = "High water"
query = '(flood OR dike OR dikes OR sandbags) AND NOT (film OR festival)'

[[tags]]
name = "Household costs"
query = '(rent OR rents OR bills OR tariff OR "price cap") AND (households OR tenants OR homes)'

[[tags]]
name = "Artificial intelligence watch"
query = '"artificial intelligence" OR chatbot OR algorithm OR "face recognition"'

[[tags]]
name = "Accidents and rescue"
query = '(injured OR rescued OR missing) AND (accident OR crash OR storm OR hikers OR walkers)'

[[tags]]
name = "Good news"
query = '((celebrated OR praised) (delighted OR proud)) AND NOT (angry OR disaster OR crisis)'
"""
