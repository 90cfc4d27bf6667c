// The program's work in this process, and the same rows through SQLite's C API: each line that
// comes in is one piece of work, the answer its wall and processor seconds.
//   in_process BOOK RAW     RAW: a copy of the book for the records of the floor
// summary | raw_summary | outcomes CODE DATE PLAN (- for all, - for none) | scan | record |
// raw_record

#include <chrono>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

#include "app/progress/cohort/load_outcomes.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/tracking/write.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "tests/bench/floors.h"
#include "tests/bench/raw.h"

namespace {

const auto as_of = *schema::Date::of(2026, 7, 15);
constexpr int charts_a_time = 100;
constexpr int records_a_time = 20;
volatile std::int64_t sink = 0;  // what is computed must not be left out

struct Seconds {
    double wall = 0;
    double processor = 0;
};

Seconds now() {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration<double>(since).count(),
            static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9};
}

schema::AcneStatus acne_of(int patient) {
    schema::AcneStatus acne;
    acne.patient = schema::Id<schema::Patient>(patient);
    acne.on = schema::CivilTime(as_of);
    acne.rest = schema::Rest::clear;
    acne.iga = 3;
    acne.regions = {{.region = schema::Region::chin, .open_comedones = 4, .papules = 3}};
    return acne;
}

// CODE DATE PLAN
progress::OutcomesRequest asked(const db::Book& book, std::istream& line) {
    std::string code;
    std::string day;
    std::string plan;
    line >> code >> day >> plan;
    progress::OutcomesRequest request{.as_of = *schema::Date::read(day)};
    if (code != "-") {
        request.wanted = {{.instrument = *db::find_instrument(book, code)}};
    }
    if (plan != "-") {
        request.plan = *progress::read_visit_plan(plan);
    }
    return request;
}

std::int64_t as_whole(auto number) {
    return static_cast<std::int64_t>(number);
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "in_process BOOK RAW\n";
        return 2;
    }
    auto book = db::Book::open(words[1]);
    const bench::Raw raw(words[2]);
    bench::RawHistory raw_history(raw);
    bench::RawVisits raw_visits(raw, std::string(words[2]) + ".head");
    std::vector<std::string> charts;
    for (bench::RawQuery some(raw,
                              "SELECT chart FROM patient ORDER BY id * 7919 % 50021 LIMIT 100");
         some.step();) {
        charts.push_back(some.text(0));
    }
    std::vector<std::int64_t> scales;
    for (const auto* code :
         {"lesions_total", "lesions_inflammatory", "lesions_noninflammatory", "iga"}) {
        scales.push_back(db::find_instrument(book, code)->id.value);
    }
    int ours = 0;
    int theirs = 0;
    struct Work {
        int pieces = 0;
        std::function<void(std::istream&)> once;
    };
    const std::map<std::string, Work> works{
        {"summary",
         {charts_a_time,
          [&](std::istream& /*line*/) {
              for (const auto& chart : charts) {
                  const auto history = progress::load_history(book, *db::find_patient(book, chart));
                  sink = sink + as_whole(progress::summarise(history, as_of).series.size());
              }
          }}},
        {"raw_summary",
         {charts_a_time,
          [&](std::istream& /*line*/) {
              for (const auto& chart : charts) {
                  sink = sink + raw_history.read(chart);
              }
          }}},
        {"outcomes",
         {1,
          [&](std::istream& line) {
              sink =
                  sink + as_whole(progress::load_outcomes(book, asked(book, line)).groups.size());
          }}},
        {"scan",
         {1, [&](std::istream& /*line*/) { sink = sink + as_whole(bench::scan_all_scores(raw)); }}},
        {"record",
         {records_a_time,
          [&](std::istream& /*line*/) {
              for (int i = 0; i < records_a_time; ++i) {
                  tracking::record(book, {.actor = "bench", .action = "record"}, acne_of(++ours));
              }
          }}},
        {"raw_record", {records_a_time, [&](std::istream& /*line*/) {
                            for (int i = 0; i < records_a_time; ++i) {
                                raw_visits.acne(acne_of(++theirs), scales);
                            }
                        }}}};
    std::cout << std::fixed << std::setprecision(9);
    for (std::string text; std::getline(std::cin, text);) {
        std::istringstream line(text);
        std::string name;
        line >> name;
        const auto& work = works.at(name);
        const auto begin = now();
        work.once(line);
        const auto end = now();
        std::cout << (end.wall - begin.wall) / work.pieces << ' '
                  << (end.processor - begin.processor) / work.pieces << std::endl;
    }
}
