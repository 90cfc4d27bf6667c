#pragma once
// Writing the clinic's own records: stock, protocols and consent forms. As write.h and
// restore.h write those of patients: one transaction and one ledger entry each, durable when it
// returns.
//
// Stock is written by who records (Right::write_observations), the others by who may change what
// holds for everybody (change_settings). Voiding and restoring stock needs void_others.

#include "app/tracking/write.h"
#include "schema/records/clinic_record.h"

namespace tracking {

// Throws schema::Error (refused) for contradictions, days that cannot be, a protocol whose name is
// taken or whose depth is beyond its device or a limit that the clinic set for every skin type, a
// consent form without a text or with an edition that is there already.
// Throws Asked for what is unusual, and for stock that seems to be there already.
db::Receipt record(db::Book& book,
                   const db::Submission& submission,
                   const schema::ClinicRecord& record);

// The same of what is put in the place of the record with its id; throws (changed) for another
// version, or a voided one, and (refused) for other words of a consent form that was signed.
db::Receipt correct(db::Book& book,
                    const db::Submission& submission,
                    const schema::ClinicRecord& corrected);

// `which` names kind and id.
db::Receipt void_record(db::Book& book,
                        const db::Submission& submission,
                        const schema::ClinicRecord& which);
db::Receipt restore_record(db::Book& book,
                           const db::Submission& submission,
                           const schema::ClinicRecord& which);

// For imports, as store of write.h.
template <>
schema::Id<schema::Stock> store(db::Write& write, Scorer& scorer, schema::Stock stock);
template <>
schema::Id<schema::Protocol> store(db::Write& write, Scorer& scorer, schema::Protocol protocol);
template <>
schema::Id<schema::ConsentForm> store(db::Write& write, Scorer& scorer, schema::ConsentForm form);

}  // namespace tracking
