#pragma once
// How long after a needling session the skin itself still shows the session: swollen scars look
// filled, and redness shifts what a probe reads.

#include "schema/records/instrument.h"

namespace clinical {

// Days after a session in which a value of this scale says nothing of its course; 0 where needling
// does not show in it. 28 is ours, the least of what trials wait: they look 1 to 3 months after the
// last session. Oedema after fractional radiofrequency lasts 1 to 3 weeks by a maker's manual, and
// erythema shifts the readings of melanin (both unverified).
int days_not_judged_after_session(const schema::Instrument& instrument);

}  // namespace clinical
