#include "app/cli/visit/visit_questions.h"

#include <algorithm>
#include <array>
#include <istream>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "app/cli/problems.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/visit/made_visit.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using kinds::Kind;

// What is of one use, and what came of it: never taken over, so each is asked for.
constexpr std::array<std::string_view, 7> asked_each_time{
    "lot", "lot_expiry", "serial", "consent", "anaesthetic_min", "endpoint", "pain"};

class Interview {
  public:
    Interview(Invocation& call,
              const db::Book& book,
              const schema::Patient& patient,
              const schema::CivilTime& now)
        : call_(call), book_(book), patient_(patient), now_(now) {}

    SaidVisit ask() {
        say(fmt::format(
            "Visit of {}, {}. Enter leaves a step out; a record more goes on a line of its own.\n",
            one_line(patient_.chart),
            now_.text()));
        ask_records(
            "Skin: acne, scars, reading, questionnaire", "acne", "iga=2 forehead:papules=3 chin");
        ask_records("Safety: condition, treatment, event since the last visit",
                    "condition",
                    "isotretinoin from=2026-01");
        ask_session();
        ask_records("Marks: pigmentation", "pigmentation", "pie left_cheek:3:2:2");
        ask_records("Aftercare: product that was put on, or same",
                    "application",
                    "niacinamide product=\"Serum 5 %\"");
        if (said_.records.empty()) {
            throw schema::refused(
                "visit", "nothing was said of it, and nothing was recorded", "enter it again");
        }
        return said_;
    }

  private:
    void say(const std::string& text) { call_.io.err << text; }

    // Any number of lines, each a record; one that names no kind is of `usual`.
    void ask_records(const std::string& title,
                     const std::string& usual,
                     const std::string& example) {
        say(fmt::format("{}, as: {} {}\n", title, usual, example));
        for (;;) {
            const auto line = ask_line(call_.io, "  > ");
            if (kinds::is_blank(line)) {
                return;
            }
            take(line, usual);
        }
    }
    // Adds what the line says, or tells why not.
    bool take(const std::string& line, const std::string& usual) {
        try {
            auto words = words_of_text(line);
            if (words.empty()) {
                return true;
            }
            if (kind_of_visit(words.front()) == nullptr) {
                words.insert(words.begin(), usual);
            }
            auto said = said_visit(words);
            std::ostringstream told;
            made_visit(book_, patient_, said, now_, told);
            for (auto& record : said.records) {
                said_.records.push_back(std::move(record));
            }
            return true;
        } catch (const schema::Error& error) {
            print_problems(call_.io.err, "error", error.problems());
            return false;
        }
    }

    void ask_session() {
        const auto last = last_session(book_, patient_.id, now_);
        if (!last) {
            ask_records("Session", "session", "pen left_cheek:1.5:4 right_cheek:1.5:4");
        } else {
            const auto as_before = as_last_time(*last);
            say(fmt::format(
                "Session, as on {}: {}\n", last->at.day().text(), kinds::parts_text(as_before)));
            const auto done = schema::identity(ask_line(call_.io, "  done then? [y/N] > "));
            if (done != "y" && done != "yes") {
                return;
            }
            for (;;) {
                const auto line = ask_line(call_.io, "  what differs (Enter: nothing) > ");
                if (take(kinds::is_blank(line) ? "session" : "session " + line, "session")) {
                    break;
                }
            }
        }
        const auto session =
            std::find_if(said_.records.begin(), said_.records.end(), [](const SaidRecord& each) {
                return each.kind == &kinds::of<schema::Session>();
            });
        if (session != said_.records.end()) {
            ask_each(*session);
        }
    }
    void ask_each(SaidRecord& session) {
        for (const auto name : asked_each_time) {
            const bool is_said =
                std::any_of(session.words.begin(), session.words.end(), [&](const auto& word) {
                    return word.starts_with(fmt::format("{}=", name));
                });
            while (!is_said) {
                const auto text = ask_line(call_.io, fmt::format("  {} > ", schema::spaced(name)));
                if (kinds::is_blank(text)) {
                    break;
                }
                auto tried = session;
                tried.words.push_back(fmt::format("{}={}", name, text));
                if (fits(tried)) {
                    session = std::move(tried);
                    break;
                }
            }
        }
    }
    bool fits(const SaidRecord& record) {
        try {
            std::ostringstream told;
            made_visit(book_, patient_, {.records = {record}}, now_, told);
            return true;
        } catch (const schema::Error& error) {
            print_problems(call_.io.err, "error", error.problems());
            return false;
        }
    }

    Invocation& call_;
    const db::Book& book_;
    const schema::Patient& patient_;
    schema::CivilTime now_;
    SaidVisit said_{};
};

}  // namespace

std::string ask_line(Io& io, const std::string& prompt) {
    io.err << prompt << std::flush;
    std::string line;
    if (!std::getline(*io.in, line)) {
        io.err << '\n';
        throw schema::refused(
            "visit", "was broken off, and nothing was recorded", "enter it again");
    }
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

SaidVisit ask_visit(Invocation& call,
                    const db::Book& book,
                    const schema::Patient& patient,
                    const schema::CivilTime& now) {
    return Interview(call, book, patient, now).ask();
}

}  // namespace cli
