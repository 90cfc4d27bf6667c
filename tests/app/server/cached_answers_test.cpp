// The law of the cache: whatever is written, by whom and in which order, an answer of the server is
// the one that is computed from the book anew.

#include <functional>
#include <utility>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "app/json/outcomes_json.h"
#include "app/json/progress_json.h"
#include "app/json/today_json.h"
#include "app/progress/cohort/due_list.h"
#include "app/progress/cohort/outcomes_texts.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/report/report_file.h"
#include "app/tracking/restore.h"
#include "app/tracking/settings.h"
#include "app/tracking/today.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "tests/app/server/served_book.h"
#include "tests/support/repetitions.h"

namespace server::cached_answers_test {
namespace {

const auto day = *schema::Date::of(2026, 6, 15);

std::string body_of(const Response& response) {
    return std::string(response.bytes());
}

// What is asked of the server, and how it is computed from a book that is opened for it.
struct Question {
    std::string target;
    std::function<std::string(const db::Book&)> computed;
};

Question progress_of(const std::string& chart) {
    return {"/api/v1/patients/" + chart + "/progress", [chart](const db::Book& book) {
                const auto patient = tracking::patient_with_chart(book, chart);
                return body_of(json_response(exchange::progress_json(
                    progress::summarise(progress::load_history(book, patient), day))));
            }};
}

Question report_of(const std::string& chart) {
    return {"/api/v1/patients/" + chart + "/report?for=patient", [chart](const db::Book& book) {
                const auto patient = tracking::patient_with_chart(book, chart);
                return body_of(json_response(exchange::progress_file(
                    progress::summarise(progress::load_history(book, patient), day),
                    exchange::Audience::patient,
                    exchange::ReportLanguage::english)));
            }};
}

Question outcomes_of(const std::string& query, const progress::OutcomesTexts& texts) {
    return {"/api/v1/outcomes" + query, [texts](const db::Book& book) {
                return body_of(json_response(exchange::outcomes_json(progress::load_outcomes(
                    book, progress::read_outcomes_request(book, day, texts)))));
            }};
}

const std::vector<std::string> charts{"C-001", "C-002", "C-003"};

std::vector<Question> questions() {
    std::vector<Question> all{
        {"/api/v1/today",
         [](const db::Book& book) {
             return body_of(json_response(exchange::today_json(tracking::load_today(book, day))));
         }},
        {"/api/v1/due",
         [](const db::Book& book) {
             return body_of(
                 json_response(exchange::due_text(book, progress::load_due_list(book, day), day)));
         }},
        outcomes_of("", {}),
        outcomes_of("?instrument=iga", {.instruments = {"iga"}}),
        outcomes_of("?instrument=gags&by=tag:arm", {.instruments = {"gags"}, .by = "tag:arm"}),
        progress_of("c-001"),
        report_of("C-002")};
    for (const auto& chart : charts) {
        all.push_back(progress_of(chart));
    }
    return all;
}

class CachedAnswers : public ServedBook {
  public:
    CachedAnswers() {
        for (const auto* chart : {"C-002", "C-003"}) {
            post("/api/v1/patients", fmt::format(R"({{"chart":"{}"}})", chart));
        }
        for (const auto& chart : charts) {
            post("/api/v1/patients/" + chart + "/course",
                 R"({"concern":"acne_scars","sessions":6,"every":"4w","on":"2026-01-05"})");
        }
    }

    void expect_as_computed() {
        const auto book = db::Book::open(this->book());
        for (const auto& [target, computed] : all_) {
            const auto reply = get(target);
            try {
                const auto anew = computed(book);
                RC_ASSERT(reply.status == 200);
                RC_ASSERT(reply.body == anew);
            } catch (const schema::Error&) {
                RC_ASSERT(reply.status == 404);
            }
        }
    }

    // One write of one kind; what is refused changes nothing, which is a case too.
    void write_something() {
        const auto chart = *rc::gen::elementOf(charts);
        const auto patient = "/api/v1/patients/" + chart;
        const auto on = day.plus_days(-*rc::gen::inRange(1, 150)).text();
        const auto number = *rc::gen::inRange(0, 5);
        const auto seq = *rc::gen::inRange<std::int64_t>(0, 6);
        const std::string why = R"("reason":"slip","confirm":["duplicate","dependents","at","on"])";
        const std::vector<std::function<void()>> kinds{
            [&] {
                post(patient + "/acne",
                     fmt::format(R"({{"on":"{}","rest":"clear","iga":{},{},
                                      "regions":[{{"region":"chin","papules":{}}}]}})",
                                 on,
                                 number,
                                 why,
                                 number));
            },
            [&] {
                post(patient + "/session",
                     fmt::format(R"({{"at":"{}T10:00","device":"home",{},
                                      "areas":[{{"region":"chin","depth_mm":0.2,"passes":2}}]}})",
                                 on,
                                 why));
            },
            [&] {
                post(patient + "/score",
                     fmt::format(R"({{"at":"{}","instrument":"{}","value":{},{}}})",
                                 on,
                                 number % 2 == 0 ? "iga" : "gags",
                                 number / 2,
                                 why));
            },
            [&] { correct_last_acne(chart, number); },
            [&] {
                write("PUT",
                      patient + "/tags/arm",
                      fmt::format(R"({{"value":"{}"}})", number % 2 == 0 ? "left" : "right"));
            },
            [&] {
                write("PATCH", "/api/v1/clinic", fmt::format(R"({{"name":"Clinic {}"}})", number));
            },
            [&] { post(patient + "/void", R"({"reason":"slip"})"); },
            [&] { post(patient + "/restore", "{" + why + "}"); },
            [&] {
                post(fmt::format("/api/v1/acne/{}/move", number + 1),
                     fmt::format(R"({{"to":"{}",{}}})", chart, why));
            },
            [&] { post(fmt::format("/api/v1/acne/{}/void", number + 1), R"({"reason":"slip"})"); },
            [&] { post(fmt::format("/api/v1/acne/{}/restore", number + 1), "{" + why + "}"); },
            [&] { post(fmt::format("/api/v1/ledger/{}/undo", last() - seq), "{" + why + "}"); },
            [&] {
                post(fmt::format("/api/v1/ledger/{}/void", last() - seq), R"({"reason":"slip"})");
            },
            [&] {
                post("/api/v1/imports",
                     fmt::format(R"({{"kind":"scores","content":"patient,at,iga\n{},{},{}\n",{}}})",
                                 chart,
                                 on,
                                 number,
                                 why));
            },
            [&] {
                const auto made = fmt::format("M-{}", last());
                post("/api/v1/patients", fmt::format(R"({{"chart":"{}"}})", made));
                post("/api/v1/patients/" + made + "/acne",
                     fmt::format(R"({{"on":"{}","iga":{}}})", on, number));
                post("/api/v1/patients/" + made + "/merge",
                     fmt::format(R"({{"into":"{}","reason":"one person"}})", chart));
            },
        };
        (*rc::gen::elementOf(kinds))();
    }
    std::int64_t last() const { return db::last_entry(db::Book::open(book())); }

  private:
    // By another program that has the book open too.
    void correct_last_acne(const std::string& chart, int iga) {
        auto other = db::Book::open(book());
        try {
            const auto patient = tracking::patient_with_chart(other, chart);
            auto records = db::records_of<schema::AcneStatus>(other, patient.id);
            if (!records.empty()) {
                records.back().iga = iga;
                tracking::correct(other,
                                  {.actor = "other", .action = "acne correct", .reason = "slip"},
                                  records.back());
            }
        } catch (const schema::Error&) {
            return;  // of a patient who was voided, say
        }
    }

    const std::vector<Question> all_ = questions();
};

TEST_F(CachedAnswers, AreThoseThatAreComputedAnewAfterRandomWrites) {
    const int writes = support::repetitions("CACHE_WRITES", 1);
    const auto before = last();
    EXPECT_TRUE(rc::check("every answer is as computed anew", [&] {
        for (int i = 0; i < writes; ++i) {
            write_something();
            expect_as_computed();
        }
    }));
    EXPECT_GT(last(), before + 5) << "nearly all of it was refused: nothing was tried";
}

}  // namespace
}  // namespace server::cached_answers_test
