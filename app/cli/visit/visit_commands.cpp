// A whole visit as one entry of the ledger: from words, from a text, or by questions.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/asking.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session_gate.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/finding_list.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/text_input.h"
#include "app/cli/visit/made_visit.h"
#include "app/cli/visit/said_visit.h"
#include "app/cli/visit/visit_answer.h"
#include "app/cli/visit/visit_questions.h"
#include "app/tracking/questions.h"
#include "schema/types/error.h"

namespace cli {

namespace {

// A word with blanks that begins with a noun is a line of its own: the whole visit in quotes.
std::vector<std::string> words_given(const Invocation& call) {
    std::vector<std::string> words;
    for (const auto& word : call.arguments.all("RECORD")) {
        const auto first = word.substr(0, word.find(' '));
        if (first.size() < word.size() &&
            (kind_of_visit(first) != nullptr || first.starts_with("at="))) {
            const auto more = words_of_text(word);
            words.insert(words.end(), more.begin(), more.end());
        } else {
            words.push_back(word);
        }
    }
    if (const auto file = call.arguments.one("file")) {
        const auto more = words_of_text(text_input(*file, "--file"));
        words.insert(words.end(), more.begin(), more.end());
    }
    return words;
}

SaidVisit visit_given(Invocation& call,
                      const db::Book& book,
                      const schema::Patient& patient,
                      const schema::CivilTime& now) {
    const auto words = words_given(call);
    if (words.empty()) {
        if (call.io.in != nullptr && !call.arguments.has("file")) {
            const auto at = time_of_visit(call.arguments.one("at"), now, call.io.err);
            auto said = ask_visit(call, book, patient, at);
            said.at = at.text();
            return said;
        }
        throw schema::misused("visit",
                              "nothing is said of it",
                              "say it, as: needlebook visit C-001 acne iga=2 session pain=4; at a "
                              "terminal it is asked");
    }
    auto said = said_visit(words);
    if (const auto at = call.arguments.one("at")) {
        said.at = at;
    }
    return said;
}

// At a terminal, what the rules want a reason for is asked, one after the other. Throws what was
// asked where a reason is not enough: the signature of another person.
void ask_for_reasons(Invocation& call,
                     const tracking::Unanswered& asked,
                     tracking::Overrides& reasons) {
    constexpr std::string_view override_with = "--override ";
    call.io.err << text_of(finding_list(asked.findings(), call.io.width), call.io.err_is_terminal);
    for (const auto& problem : asked.problems()) {
        if (!problem.command.starts_with(override_with)) {
            throw asked;
        }
        const auto equals = problem.command.find('=');
        const auto rule =
            problem.command.substr(override_with.size(), equals - override_with.size());
        call.io.err << fmt::format("{}: {}\n", one_line(problem.where), one_line(problem.what));
        const auto reason = ask_line(call.io, "  why go on nevertheless (Enter: do not record) > ");
        if (reason.find_first_not_of(' ') == std::string::npos) {
            throw schema::refused(
                problem.where, "has no reason, and nothing was recorded", problem.remedy);
        }
        reasons.insert_or_assign(rule, reason);
    }
}

// Asks until the book takes it: by questions nothing that was answered is asked twice.
db::Receipt recorded_asking(Invocation& call, db::Book& book, tracking::Visit visit) {
    auto submission = call.submission();
    for (;;) {
        try {
            return tracking::record_visit(book, submission, visit);
        } catch (const tracking::Asked& asked) {
            confirm_or_refuse(asked, call.io);
            for (const auto& question : asked.questions()) {
                submission.confirm.push_back(question.confirmed_by());
            }
        } catch (const tracking::Unanswered& asked) {
            ask_for_reasons(call, asked, visit.overrides);
        }
    }
}

void record_visit(Invocation& call) {
    const bool is_dry = call.arguments.has("dry-run");
    auto book = is_dry ? call.open_to_read() : call.open_to_write();
    const auto patient = call.patient(book);
    const auto now = call.now(book);
    const bool is_asked = call.arguments.all("RECORD").empty() && !call.arguments.has("file");
    const auto said = visit_given(call, book, patient, now);
    auto visit = made_visit(book, patient, said, now, call.io.err);
    for (const auto& [rule, reason] : overrides_given(call.arguments)) {
        visit.overrides.insert_or_assign(rule, reason);
    }
    if (is_dry) {
        print_visit_preview(call, book, patient, visit);
        return;
    }
    const auto receipt = is_asked
                             ? recorded_asking(call, book, std::move(visit))
                             : tracking::record_visit(book, call.submission(), std::move(visit));
    print_recorded_visit(call, book, receipt.answer);
}

}  // namespace

std::vector<Command> visit_commands() {
    return {
        {.noun = "visit",
         .verb = "",
         .summary =
             "Record a whole visit as one entry: what was seen, the session, what was put on.",
         .example =
             "needlebook visit C-001 acne iga=2 session pen left_cheek,right_cheek:1.5:4 pain=4 "
             "application niacinamide",
         .output = "session 1, application 1, acne 1",
         .notes = "The noun of a record begins it; its words are NAME=value, a part as its option "
                  "takes it "
                  "(left_cheek:1.5:4;\nleft_cheek,right_cheek:1.5:4 is both), or a word that only "
                  "one of its "
                  "fields takes (pen). A session is as the last\none but for what is said, never "
                  "its lot, "
                  "expiry, serial number, consent and the minutes of the anaesthetic;\nNAME= "
                  "empties what "
                  "was taken over. `application same` is the product of the last time. All are of "
                  "one time, "
                  "at=TIME or\n--at. Without any of it, at a terminal, it is asked step by step. "
                  "In a file "
                  "lines may break anywhere, # begins a remark,\nquotes hold a text together. The "
                  "safety "
                  "rules are asked as by `session record`; override=RULE=\"reason\" stands in the "
                  "session.\nRecords: " +
                  fmt::format("{}", fmt::join(nouns_of_visit(), ", ")) + ".\n",
         .arguments = {{"CHART", "the patient's chart number"},
                       {.name = "RECORD",
                        .meaning = "the records, word by word: acne iga=2 session pain=4",
                        .required = false,
                        .repeated = true}},
         .options = {{"at", "TIME", "when it was; by itself now", false, false, "on"},
                     {"file", "FILE", "a text that says it; - is standard input"},
                     {"dry-run",
                      "",
                      "show what would be recorded and what the rules find, and write nothing"},
                     override_option()},
         .book = Book::write,
         .json = true,
         .as_of = true,
         .run = &record_visit},
    };
}

}  // namespace cli
