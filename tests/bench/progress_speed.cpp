// How fast summaries, results and records are at 1,000, 10,000 and 50,000 patients, each as a ratio
// to a floor that is measured in the same run: the same rows through SQLite's C API with the same
// settings. Medians of several rounds.
//   progress_speed [FOLDER] [PATIENTS…]     books are kept in FOLDER and used again

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <random>
#include <vector>

#include <fmt/format.h>

#include "app/progress/cohort/load_outcomes.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/tracking/write.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "tests/bench/floors.h"
#include "tests/bench/made_up_book.h"
#include "tests/bench/raw.h"

namespace {

using bench::Raw;
using bench::RawHistory;
using bench::RawQuery;
using bench::RawVisits;

constexpr int rounds = 7;
const auto as_of = *schema::Date::of(2026, 6, 15);
volatile std::int64_t sink = 0;  // what is computed must not be left out

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Medians of works that take turns, so that a noisy moment meets them all; the first round warms.
std::vector<double> medians(const std::vector<std::function<void()>>& works, int times = rounds) {
    std::vector<std::vector<double>> all(works.size());
    for (int round = 0; round <= times; ++round) {
        for (std::size_t i = 0; i < works.size(); ++i) {
            const double took = seconds(works[i]);
            if (round > 0) {
                all[i].push_back(took);
            }
        }
    }
    std::vector<double> result;
    for (auto& each : all) {
        result.push_back(median(std::move(each)));
    }
    return result;
}

void row(const std::string& what, double ours, double floor, const char* target) {
    const auto in_ms = [](double s) { return fmt::format("{:.3f} ms", s * 1000); };
    fmt::print("  {:46} {:>12} {:>12} {:>9.3f}   {}\n",
               what,
               in_ms(ours),
               in_ms(floor),
               ours / floor,
               target);
    std::fflush(stdout);
}

std::vector<std::string> some_charts(int patients) {
    std::mt19937 random(3);
    std::vector<std::string> charts;
    for (int i = 0; i < 100; ++i) {
        charts.push_back(
            fmt::format("B-{:06}", std::uniform_int_distribution<int>(1, patients)(random)));
    }
    return charts;
}

struct Times {
    double progress = 0;
};

Times measure_reads(const std::filesystem::path& file, int patients) {
    const auto book = db::Book::open(file);
    const Raw raw(file);
    const auto charts = some_charts(patients);
    RawHistory raw_history(raw);
    const auto read =
        medians({[&] {
                     for (const auto& chart : charts) {
                         const auto patient = *db::find_patient(book, chart);
                         const auto summary =
                             progress::summarise(progress::load_history(book, patient), as_of);
                         sink = sink + static_cast<std::int64_t>(summary.series.size());
                     }
                 },
                 [&] {
                     for (const auto& chart : charts) {
                         const auto patient = *db::find_patient(book, chart);
                         const auto history = progress::load_history(book, patient);
                         sink = sink + static_cast<std::int64_t>(history.scores.size());
                     }
                 },
                 [&] {
                     for (const auto& chart : charts) {
                         sink = sink + raw_history.read(chart);
                     }
                 }});
    const auto each = static_cast<double>(charts.size());
    row("progress of one patient", read[0] / each, read[2] / each, "<= 2");
    row("  of it: reading the history", read[1] / each, read[2] / each, "");

    progress::OutcomesRequest all{.as_of = as_of};
    progress::OutcomesRequest one = all;
    one.wanted = {{.instrument = *db::find_instrument(book, "gags")}};
    auto by_skin = one;
    by_skin.grouping = *progress::read_grouping("fitzpatrick");
    const auto load = [&](const progress::OutcomesRequest& request) {
        return [&] {
            sink = sink +
                   static_cast<std::int64_t>(progress::load_outcomes(book, request).groups.size());
        };
    };
    const auto results =
        medians({load(one),
                 load(by_skin),
                 load(all),
                 [&] { sink = sink + static_cast<std::int64_t>(bench::scan_all_scores(raw)); }},
                5);
    row("outcomes of one scale", results[0], results[3], "<= 0.02 at 50000");
    row("outcomes of one scale by skin type", results[1], results[3], "");
    row("outcomes of all scales", results[2], results[3], "<= 0.25 at 50000");
    return {.progress = read[0] / each};
}

// A visit: a session on clear skin, and the acne that is there.
schema::Session session_of(schema::Id<schema::Patient> patient) {
    schema::Session session;
    session.patient = patient;
    session.at = schema::CivilTime(as_of);
    session.device = schema::Device::home;
    session.endpoint = schema::Endpoint::none;
    session.areas = {{schema::Region::left_cheek, 0.2, 2}, {schema::Region::forehead, 0.2, 2}};
    return session;
}

schema::AcneStatus acne_of(schema::Id<schema::Patient> patient) {
    schema::AcneStatus acne;
    acne.patient = patient;
    acne.on = schema::CivilTime(as_of);
    acne.rest = schema::Rest::clear;
    acne.iga = 3;
    for (const auto region : {schema::Region::forehead,
                              schema::Region::nose,
                              schema::Region::left_cheek,
                              schema::Region::right_cheek,
                              schema::Region::chin}) {
        acne.regions.push_back(
            {.region = region, .open_comedones = 4, .papules = 3, .pustules = 1});
    }
    return acne;
}

// A book and what stands beside it, gone at the end.
class Copy {
  public:
    Copy(const std::filesystem::path& book, const char* name) : file_(book.parent_path() / name) {
        remove();
        std::filesystem::copy_file(book, file_);
        std::filesystem::copy_file(book.string() + ".head", file_.string() + ".head");
    }
    ~Copy() { remove(); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    const std::filesystem::path& file() const { return file_; }

  private:
    void remove() const {
        for (const auto* end : {"", "-wal", "-shm", ".head", ".lock"}) {
            std::filesystem::remove(file_.string() + end);
        }
    }
    std::filesystem::path file_;
};

void measure_writes(const std::filesystem::path& file) {
    const Copy our_copy(file, "ours.needlebook");
    const Copy raw_copy(file, "raw.needlebook");
    auto book = db::Book::open(our_copy.file());
    const Raw raw(raw_copy.file());
    std::vector<std::int64_t> scales;
    for (const auto* code :
         {"lesions_total", "lesions_inflammatory", "lesions_noninflammatory", "iga", "gags"}) {
        scales.push_back(db::find_instrument(book, code)->id.value);
    }
    RawVisits visits(raw, raw_copy.file().string() + ".head");
    int ours = 0;
    int theirs = 0;
    constexpr int visits_per_round = 20;
    const auto times =
        medians({[&] {
                     for (int i = 0; i < visits_per_round; ++i, ++ours) {
                         const schema::Id<schema::Patient> patient(1 + ours);
                         const db::Submission nurse{.actor = "bench", .action = "record"};
                         tracking::record(book, nurse, session_of(patient));
                         tracking::record(book, nurse, acne_of(patient));
                     }
                 },
                 [&] {
                     for (int i = 0; i < visits_per_round; ++i, ++theirs) {
                         const schema::Id<schema::Patient> patient(1 + theirs);
                         visits.session(session_of(patient));
                         visits.acne(acne_of(patient), scales);
                     }
                 }});
    fmt::print("  {:46} {:>9.3f} ms {:>9.3f} ms {:>9.3f}   {}\n",
               "a visit recorded (session, acne): floor / ours",
               times[0] / visits_per_round * 1000,
               times[1] / visits_per_round * 1000,
               times[1] / times[0],
               ">= 0.5");
}

// The same summaries with and without photographs in the book, in turns.
void measure_beside_photos(const std::filesystem::path& file, int patients) {
    constexpr int photos = 20000;
    const Copy with_photos(file, "photos.needlebook");
    bench::add_photos(with_photos.file(), photos);
    const auto book = db::Book::open(with_photos.file());
    const auto without = db::Book::open(file);
    const auto charts = some_charts(patients);
    const auto summaries = [&](const db::Book& of) {
        return [&] {
            for (const auto& chart : charts) {
                const auto patient = *db::find_patient(of, chart);
                const auto summary =
                    progress::summarise(progress::load_history(of, patient), as_of);
                sink = sink + static_cast<std::int64_t>(summary.series.size());
            }
        };
    };
    const auto times = medians({summaries(book), summaries(without)});
    const auto each = static_cast<double>(charts.size());
    row(fmt::format("progress beside {} photos / without", photos),
        times[0] / each,
        times[1] / each,
        "<= 1.1");
}

void measure_size(const std::filesystem::path& file) {
    const Raw raw(file);
    RawQuery bytes(raw,
                   "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name LIKE 'score%'");
    bytes.step();
    RawQuery rows(raw, "SELECT count(*) FROM score");
    rows.step();
    RawQuery aggregates(
        raw, "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name LIKE 'aggregate%'");
    aggregates.step();
    const auto scores = static_cast<double>(rows.whole(0));
    fmt::print(
        "  {:46} {:.1f} bytes a score in the table with its indexes (<= 60), {:.1f} more for "
        "aggregates\n",
        "size of the book",
        static_cast<double>(bytes.whole(0)) / scores,
        static_cast<double>(aggregates.whole(0)) / scores);
}

}  // namespace

int main(int count, char** words) {
    const std::filesystem::path folder = count > 1 ? words[1] : "build/bench";
    std::vector<int> sizes{1000, 10000, 50000};
    if (count > 2) {
        sizes.clear();
        for (int i = 2; i < count; ++i) {
            sizes.push_back(std::atoi(words[i]));
        }
    }
    std::filesystem::create_directories(folder);
    std::map<int, Times> times;
    for (const int patients : sizes) {
        const auto file = folder / fmt::format("{}.needlebook", patients);
        if (!std::filesystem::exists(file)) {
            std::fprintf(stderr, "making a book of %d patients …\n", patients);
            const double took = seconds([&] { bench::make_book(file, patients); });
            std::fprintf(stderr, "made in %.0f s\n", took);
        }
        fmt::print("{} patients, {} scores\n  {:46} {:>12} {:>12} {:>9}   target\n",
                   patients,
                   patients * bench::scales_per_patient * bench::visits_per_patient,
                   "",
                   "needlebook",
                   "floor",
                   "ratio");
        times[patients] = measure_reads(file, patients);
        measure_writes(file);
        measure_beside_photos(file, patients);
        measure_size(file);
    }
    fmt::print("progress of one patient among {} against among {}: {:.3f} (<= 1.3)\n",
               sizes.back(),
               sizes.front(),
               times[sizes.back()].progress / times[sizes.front()].progress);
}
