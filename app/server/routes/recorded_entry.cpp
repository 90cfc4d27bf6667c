#include "app/server/routes/recorded_entry.h"

#include "app/json/entry_json.h"
#include "app/tracking/safety.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"

namespace server {

exchange::OrderedJson recorded_entry(const db::Book& book,
                                     const kinds::Kind& kind,
                                     std::int64_t id) {
    const auto record = *db::find(book, kind, id);
    const schema::Id<schema::Patient> patient(kinds::ConstRecord(record).kept().patient);
    std::vector<schema::Score> scores;
    if (kind.steps.scores) {
        scores = db::scores_from(book, {*schema::read_word<schema::ScoreOrigin>(kind.table), id});
    }
    std::vector<schema::SessionFinding> findings;
    if (kind.steps.gate) {
        findings = tracking::findings_of(book, std::get<schema::Session>(record));
    }
    return exchange::entry_json(
        record, db::find(book, patient)->chart, scores, db::all_instruments(book), findings);
}

}  // namespace server
