#include "app/cli/visit/visit_answer.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands/record_words.h"
#include "app/cli/pages/finding_list.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/clinical/left_open.h"
#include "app/json/entry_json.h"
#include "app/server/routes/recorded_entry.h"
#include "app/tracking/overrides.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/visit/visit_preview.h"
#include "db/ledger/ledger.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using Json = exchange::OrderedJson;

std::string scores_text(const tracking::VisitPreview& preview,
                        const std::vector<schema::Instrument>& instruments) {
    std::string text;
    for (const auto& of_record : preview.scores) {
        for (const auto& score : of_record.scores) {
            const auto scale =
                std::find_if(instruments.begin(), instruments.end(), [&](const auto& each) {
                    return each.id == score.instrument;
                });
            if (scale != instruments.end()) {
                text += fmt::format("{}{} {}",
                                    text.empty() ? "" : ", ",
                                    scale->code,
                                    schema::Text<double>::write(score.value));
            }
        }
    }
    return text;
}

void refuse_what_would_be(const db::Book& book,
                          const db::Submission& submission,
                          const tracking::Visit& visit,
                          const tracking::VisitPreview& preview) {
    schema::refuse_any(preview.problems);
    std::vector<tracking::Question> questions;
    for (const auto& each : visit.records) {
        for (auto& question : tracking::questions_of(book, each.record)) {
            question.record = each.name;
            const auto& confirmed = submission.confirm;
            if (std::find(confirmed.begin(), confirmed.end(), question.confirmed_by()) ==
                confirmed.end()) {
                questions.push_back(std::move(question));
            }
        }
    }
    if (!questions.empty()) {
        throw tracking::Asked(std::move(questions));
    }
    tracking::refuse_unanswered(preview.findings,
                                tracking::reasons_for(preview.findings, visit.overrides),
                                db::read_clinic(book).sign_off);
}

}  // namespace

void print_visit_preview(Invocation& call,
                         const db::Book& book,
                         const schema::Patient& patient,
                         const tracking::Visit& given) {
    const auto visit = tracking::in_order(given);
    const auto preview = tracking::preview_visit(book, visit, true);
    const auto instruments = db::all_instruments(book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::visit_preview_json(preview, instruments))
                    << '\n';
    } else {
        call.io.out << fmt::format("visit of {}\n", one_line(patient.chart));
        for (const auto& each : visit.records) {
            call.io.out << fmt::format("{}\n{}", each.name, record_lines(each.record));
        }
        if (const auto scores = scores_text(preview, instruments); !scores.empty()) {
            call.io.out << fmt::format("scores\n  {}\n", scores);
        }
        call.io.out << text_of(finding_list(preview.findings, call.io.width), call.io.has_colours);
    }
    refuse_what_would_be(book, call.submission(), visit, preview);
}

void print_recorded_visit(Invocation& call, const db::Book& book, const std::string& answer) {
    const auto written = tracking::written_at_visit(answer);
    if (call.json()) {
        auto records = Json::array();
        for (const auto& name : written) {
            Json one = {{"kind", name.kind}};
            one.update(server::recorded_entry(book, kinds::named(name.kind), name.id));
            records.push_back(std::move(one));
        }
        call.io.out << exchange::json_text(Json{{"records", std::move(records)}}) << '\n';
    } else {
        call.io.out << answer << '\n';
    }
    for (const auto& name : written) {
        const auto record = db::find(book, kinds::named(name.kind), name.id);
        for (const auto& note :
             std::visit([](const auto& one) { return clinical::left_open(one); }, *record)) {
            call.io.err << "note: " << note << '\n';
        }
        if (const auto* session = std::get_if<schema::Session>(&*record)) {
            for (const auto& finding : tracking::findings_of(book, *session)) {
                if (!schema::asks_for_reason(finding.level)) {
                    call.io.err << fmt::format("{}: {} (rule {})\n",
                                               spaced(schema::word(finding.level)),
                                               one_line(finding.because),
                                               finding.rule);
                }
            }
        }
    }
    call.io.err << fmt::format("the way back: needlebook undo {}\n", db::last_entry(book));
}

}  // namespace cli
