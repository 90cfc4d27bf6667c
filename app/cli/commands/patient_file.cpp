#include "app/cli/commands/patient_file.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

#include "app/backup/backup_file.h"
#include "app/cli/commands/password_given.h"
#include "app/cli/commands/report_format.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/export/patient_calendar.h"
#include "app/import/import_bytes.h"
#include "app/import/patient_file/import_patient_file.h"
#include "app/import/patient_file/patient_file.h"
#include "app/report/patient_file.h"
#include "app/tracking/wall_clock.h"
#include "db/file/private_file.h"

namespace cli {

namespace {

constexpr auto passphrase_option = "passphrase-stdin";

std::optional<std::string> passphrase_given(Invocation& call) {
    return call.arguments.has(passphrase_option)
               ? std::optional(line_given(call, "Passphrase: ", true))
               : std::nullopt;
}

std::optional<exchange::ReportLanguage> one_language(const Invocation& call) {
    const auto language = language_given(call, Format::html);
    if (language == exchange::ReportLanguage::both) {
        throw schema::misused("--language",
                              "the file has both languages anyway",
                              "give en or ar, which is shown first, or leave it out");
    }
    return language;
}

void give_file(Invocation& call) {
    const auto language = one_language(call);
    const auto passphrase = passphrase_given(call);
    const auto book = call.open_to_read(access_control::Right::export_records);
    const auto patient = call.patient(book);
    const auto name = call.arguments.need("out");
    db::PrivateFile file(name);
    const auto made = exchange::patient_file(book,
                                             patient,
                                             {.passphrase = passphrase,
                                              .language = language,
                                              .now = call.now(book),
                                              .program = NEEDLEBOOK_VERSION});
    file.write(made.html);
    file.close();
    call.io.err << fmt::format(
        "written: {}; {}{}\n",
        name,
        passphrase ? "it opens with the passphrase alone" : "whoever has it reads it",
        made.signed_by ? "" : "; signed by nobody: the clinic has no key");
    if (made.photos_withheld > 0) {
        call.io.err << fmt::format("{} photographs stay here: no consent to the patient's file\n",
                                   made.photos_withheld);
    }
}

void give_calendar(Invocation& call) {
    const auto book = call.open_to_read(access_control::Right::print_reports);
    const auto patient = call.patient(book);
    const auto asked = one_language(call).value_or(exchange::language_for(patient));
    const auto* code = asked == exchange::ReportLanguage::arabic ? "ar" : "en";
    const auto language = texts::language_of(code).value_or(texts::english());
    const auto events = exchange::patient_events(
        book,
        patient,
        call.today(book),
        fmt::format("{} {}", backup::identity_of_book(book), patient.id.value),
        language.bare(),
        tracking::moment_now());
    if (events.empty()) {
        throw schema::missing("calendar",
                              "no date is planned, and no session is due",
                              "plan the next visit",
                              "needlebook appointment add");
    }
    print_calendar(call, exchange::calendar_file(events));
}

}  // namespace

Command patient_calendar_command() {
    return {.noun = "patient",
            .verb = "calendar",
            .summary =
                "Write a patient's dates ahead as a calendar file (iCalendar), for their own "
                "calendar.",
            .example = "needlebook patient calendar C-001 --out visits.ics",
            .output = "written: visits.ics",
            .notes =
                "It says when, which clinic, and whom to call; nothing of whom or what for. "
                "Where no visit is planned it has\nthe day on which the next session is due.\n",
            .arguments = {{"CHART", "the patient's chart number"}},
            .options = {{"out", "FILE", "the file that is made", true},
                        {"language", "CODE", "en or ar; by itself the one that the patient reads"}},
            .as_of = true,
            .run = &give_calendar};
}

Command patient_file_command() {
    return {
        .noun = "patient",
        .verb = "file",
        .summary = "Give a patient their file: one page that opens anywhere without a network.",
        .example = "needlebook patient file C-001 --out huda.html",
        .output = "",
        .notes =
            "In it are their course in plain words and charts, what was used in each session, "
            "the aftercare, photographs\nwith a consent to `patients_file`, and all of their "
            "records as CSV and JSON, the notes too; signed with the\nclinic's key where it "
            "has one. `needlebook import huda.html` reads it in another book.\nA passphrase "
            "encrypts all of it: tell it in person, and keep it from the file.\n",
        .arguments = {{"CHART", "the patient's chart number"}},
        .options = {{"out", "FILE", "the file that is made", true},
                    {passphrase_option,
                     "",
                     "encrypt it; the passphrase, of 12 characters or more, is the first line of "
                     "standard input"},
                    {"language",
                     "CODE",
                     "en or ar, which is shown first; by itself the one that the patient reads"}},
        .as_of = true,
        .run = &give_file};
}

bool is_patient_file_given(const exchange::ImportOptions& options) {
    constexpr std::string_view page = "<!DOCTYPE html>";
    if (options.content) {
        return options.content->starts_with(page) && exchange::is_patient_file(*options.content);
    }
    if (!std::filesystem::is_regular_file(options.file)) {
        return false;
    }
    std::string begin(page.size(), '\0');
    std::ifstream in(options.file, std::ios::binary);
    in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    return begin == page && exchange::is_patient_file(exchange::bytes_of_file(options.file));
}

exchange::ImportReport import_given_patient_file(Invocation& call,
                                                 const exchange::ImportOptions& options,
                                                 const exchange::Progress& progress) {
    for (const auto& [name, values] : call.arguments.all()) {
        constexpr std::array of_rows{"as",        "accept",    "rules",           "save-rules",
                                     "map",       "set",       "values",          "missing",
                                     "header",    "no-header", "header-row",      "sheet",
                                     "dates",     "origin",    "origin-from",     "only",
                                     "ignore",    "fill-down", "update",          "decimal",
                                     "delimiter", "encoding",  "create-patients", "add-scales",
                                     "keep-good", "dry-run"};
        if (std::ranges::find(of_rows, name) != of_rows.end()) {
            throw schema::misused("--" + name,
                                  "it is for rows of a table, and this is a patient's file",
                                  "leave it out");
        }
    }
    const auto passphrase = passphrase_given(call);
    const auto bytes = options.content ? *options.content : exchange::bytes_of_file(options.file);
    auto book = call.open_to_write();
    return exchange::import_patient_file(book,
                                         call.submission(),
                                         {.name = options.file.string(),
                                          .html = bytes,
                                          .passphrase = passphrase,
                                          .chart = call.arguments.one("patient"),
                                          .confirm = options.confirm},
                                         progress);
}

}  // namespace cli
