# read_calendar.py FILE: what libical reads in a calendar file, a line for each event: its day or moment, its summary.
# Exits with 1 where libical finds a fault.
import ctypes
import sys

ical = ctypes.CDLL("libical.so.3")
for name in ("icalparser_parse_string", "icalcomponent_get_first_component", "icalcomponent_get_next_component"):
    getattr(ical, name).restype = ctypes.c_void_p
for name in ("icalcomponent_get_summary", "icalcomponent_get_uid", "icalcomponent_as_ical_string"):
    getattr(ical, name).restype = ctypes.c_char_p

VEVENT = ical.icalcomponent_string_to_kind(b"VEVENT")
with open(sys.argv[1], "rb") as file:
    calendar = ical.icalparser_parse_string(file.read())
if not calendar:
    sys.exit("libical reads nothing")
calendar = ctypes.c_void_p(calendar)
# Strips what is wrong into X-LIC-ERROR properties, which are counted.
ical.icalrestriction_check(calendar)
errors = ical.icalcomponent_count_errors(calendar)
if errors:
    sys.exit(f"{errors} errors: {ical.icalcomponent_as_ical_string(calendar).decode()}")
event = ical.icalcomponent_get_first_component(calendar, VEVENT)
while event:
    print(ical.icalcomponent_get_summary(ctypes.c_void_p(event)).decode())
    event = ical.icalcomponent_get_next_component(calendar, VEVENT)
