#include "app/cli/commands/demo.h"

#include <cstdlib>

#include <fmt/format.h>

#include "app/cli/commands/made_up_day.h"
#include "app/cli/commands/made_up_patient.h"
#include "app/cli/pages/progress_page.h"
#include "app/cli/serving/serving.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/commit.h"
#include "app/tracking/wall_clock.h"
#include "db/records/patients.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

namespace fs = std::filesystem;

int number_given(const Invocation& call, const std::string& name, int otherwise, int most) {
    const auto text = call.arguments.one(name);
    const auto number = text ? schema::Text<int>::read(*text) : otherwise;
    if (!number || *number < 1 || *number > most) {
        throw schema::refused("--" + name,
                              fmt::format("\"{}\" is not a whole number from 1 to {}", *text, most),
                              fmt::format("give --{} {}", name, otherwise));
    }
    return *number;
}

// A folder that is gone again at the end.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        auto pattern = (fs::temp_directory_path() / "needlebook-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw schema::damaged(
                pattern, "a temporary folder cannot be made", "make room, or set TMPDIR");
        }
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

}  // namespace

int make_up_clinic(db::Write& write, const MadeUpDays& days, int patients, unsigned seed) {
    RandomGenerator random(seed);
    tracking::Scorer scorer(write);
    int records = 0;
    for (int number = 1; number <= patients; ++number) {
        records += make_up_patient(write, scorer, random, days, number);
    }
    scorer.finish();
    return records;
}

namespace {

constexpr const char* time_zone = "Africa/Cairo";

// Makes the book and prints one patient's progress in it.
void show_made_up_clinic(Invocation& call,
                         const fs::path& file,
                         const MadeUpDays& days,
                         schema::Date on) {
    const int patients = number_given(call, "patients", 12, 1000);
    const auto seed = static_cast<unsigned>(number_given(call, "seed", 1, 1'000'000));
    auto book =
        tracking::create_book(file, {.name = "Demo clinic", .time_zone = time_zone}, "demo");
    int records = 0;
    tracking::commit(book,
                     {.actor = "demo", .action = "demo"},
                     access_control::Right::import_records,
                     [&](db::Write& write) {
                         records = make_up_clinic(write, days, patients, seed);
                         return std::to_string(records);
                     });
    tracking::commit(book,
                     {.actor = "demo", .action = "demo"},
                     access_control::Right::import_records,
                     [&](db::Write& write) {
                         tracking::Scorer scorer(write);
                         const auto of_the_day = make_up_day(write, scorer, on);
                         scorer.finish();
                         records += of_the_day;
                         return std::to_string(of_the_day);
                     });
    const auto patient = db::find_patient(book, "D-001");
    const auto summary = progress::summarise(progress::load_history(book, *patient), on);
    call.io.out << progress_page(summary, {call.io.width, call.io.has_colours});
    call.io.err << fmt::format("\nA made-up clinic: {} patients, {} records, in {}.\n",
                               patients,
                               records,
                               call.arguments.has("keep") ? file.string() : "a temporary book");
}

}  // namespace

void demo(Invocation& call) {
    const TemporaryFolder folder;
    const auto kept = call.arguments.one("keep");
    const fs::path file = kept ? fs::path(*kept) : folder.path() / "demo.needlebook";
    if (call.arguments.has("serve")) {
        // The evening before: whoever was treated last was not treated in the hours to come.
        const auto today = tracking::today_in(time_zone);
        show_made_up_clinic(call, file, {.until = today.plus_days(-1), .is_going_on = true}, today);
        serve_book(call, file);
        return;
    }
    show_made_up_clinic(
        call, file, {.until = *schema::Date::of(2026, 6, 12)}, *schema::Date::of(2026, 6, 15));
    call.io.err << (kept ? fmt::format("Look around: needlebook serve --book {}\n", file.string())
                         : "It is gone now. Look around in one: needlebook demo --serve. Your own: "
                           "needlebook init\n");
}

}  // namespace cli
