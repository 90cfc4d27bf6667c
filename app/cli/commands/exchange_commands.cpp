#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/import_proposal.h"
#include "app/cli/commands/patient_file.h"
#include "app/cli/help.h"
#include "app/cli/invocation.h"
#include "app/cli/problems.h"
#include "app/cli/terminal/terminal.h"
#include "app/export/export_directory.h"
#include "app/import/dry_run.h"
#include "app/import/grouped_problems.h"
#include "app/import/import.h"
#include "app/import/import_bytes.h"
#include "app/import/import_directory.h"

namespace cli {

namespace {

constexpr std::int64_t whole = 1000;  // of the progress bar

exchange::Progress shown_on(ProgressBar& bar) {
    return [&](double share) { bar.show(static_cast<std::int64_t>(share * whole), whole); };
}

exchange::ImportOptions options_given(const Arguments& given, ProgressBar& bar) {
    const auto file = given.need("FILE");
    const bool is_stream = file == "-";
    const std::string name = is_stream ? "standard input" : file;
    std::error_code none;
    if (!is_stream && std::filesystem::is_regular_file(file, none) &&
        std::filesystem::file_size(file, none) == 0) {
        throw schema::refused(file, "is empty", "name the file with the rows");
    }
    return {.file = name,
            .content = is_stream ? std::optional(
                                       exchange::bytes_of_stream(STDIN_FILENO, name, shown_on(bar)))
                                 : std::nullopt,
            .kind = given.one("as"),
            .map = given.all("map"),
            .set = given.all("set"),
            .values = given.all("values"),
            .missing = given.all("missing"),
            .no_header = given.has("no-header"),
            .header = given.has("header"),
            .header_row = given.one("header-row"),
            .sheet = given.one("sheet"),
            .decimal = given.one("decimal"),
            .encoding = given.one("encoding"),
            .dates = given.one("dates"),
            .origin = given.one("origin"),
            .origin_from = given.one("origin-from"),
            .only = given.all("only"),
            .ignore = given.all("ignore"),
            .fill_down = given.all("fill-down"),
            .update = given.has("update"),
            .delimiter = given.one("delimiter"),
            .create_patients = given.has("create-patients"),
            .add_scales = given.has("add-scales"),
            .keep_good = given.has("keep-good"),
            .dry_run = given.has("dry-run"),
            .confirm = given.all("confirm")};
}

// The values and missing texts that rules brought, and not the command line.
std::vector<std::string> of_rules(const Arguments& told, const Arguments& with_rules) {
    std::vector<std::string> texts;
    for (const auto* option : {"values", "missing"}) {
        const auto on_line = told.all(option);
        for (const auto& text : with_rules.all(option)) {
            if (std::find(on_line.begin(), on_line.end(), text) == on_line.end()) {
                texts.push_back(text);
            }
        }
    }
    return texts;
}

void report_import(Invocation& call, const exchange::ImportReport& report) {
    print_problems(call.io.err, "warning", report.warnings);
    if (call.arguments.has("dry-run")) {
        print_problems(call.io.err, "problem", exchange::plain_problems(report.problems));
        call.io.out << (call.json() ? exchange::json_text(exchange::dry_run_json(report)) + "\n"
                                    : exchange::dry_run_text(report));
        return;
    }
    print_problems(call.io.err, "rejected", exchange::plain_problems(report.problems));
    call.io.out << (call.json()
                        ? exchange::json_text(exchange::import_report_json(report)) + "\n"
                        : exchange::import_sentence(report) + "\n" +
                              exchange::taken_by_name_text(report) +
                              exchange::read_as_text(report) + exchange::new_charts_text(report));
}

// Whether the file is to be understood by itself.
bool is_left_open(const Arguments& given, const exchange::ImportOptions& options) {
    const bool is_folder = !options.content && std::filesystem::is_directory(options.file);
    return !is_folder && !options.dry_run && (!options.kind || given.has("accept"));
}

// What the proposal comes to, once it is accepted.
exchange::ImportOptions accepted(Invocation& call,
                                 const Arguments& given,
                                 const exchange::ImportOptions& options,
                                 ProgressBar& bar) {
    auto proposal =
        exchange::propose_import(call.open_to_read(), call.submission(), options, shown_on(bar));
    bar.clear();
    save_rules(call.command, given, proposal.rules);
    if (!given.has("accept")) {
        show_proposal(call, proposal);
    }
    exchange::refuse_open(proposal);
    return std::move(proposal.options);
}

void refuse_of_patient_file(const Invocation& call) {
    for (const auto* option : {"patient", "passphrase-stdin"}) {
        if (call.arguments.has(option)) {
            throw schema::misused(fmt::format("--{}", option),
                                  "it is for a patient's file, and this is none",
                                  "leave it out");
        }
    }
}

void import_something(Invocation& call) {
    const auto given = with_rules(call);
    ProgressBar reading(call.io, "reading");
    auto options = options_given(given, reading);
    options.of_rules = of_rules(call.arguments, given);
    if (is_patient_file_given(options)) {
        const auto report = import_given_patient_file(call, options, shown_on(reading));
        reading.clear();
        report_import(call, report);
        return;
    }
    refuse_of_patient_file(call);
    if (is_left_open(given, options)) {
        options = accepted(call, given, options, reading);
    } else {
        save_rules(call.command, given, {});
    }
    if (options.dry_run) {
        const auto report =
            options.kind ? exchange::dry_run_file(
                               call.open_to_read(), call.submission(), options, shown_on(reading))
                         : exchange::look_at_file(options, shown_on(reading));
        reading.clear();
        report_import(call, report);
        return;
    }
    auto book = call.open_to_write();
    reading.clear();
    ProgressBar bar(call.io, "importing");
    const auto report =
        !options.content && std::filesystem::is_directory(options.file)
            ? exchange::import_directory(book, call.submission(), options.file, shown_on(bar))
            : exchange::import_file(book, call.submission(), options, shown_on(bar));
    bar.clear();
    report_import(call, report);
}

exchange::Reader reader_given(const Arguments& given) {
    const auto reader = given.one("for");
    if (reader && *reader != "spreadsheet" && *reader != "import") {
        throw schema::misused("--for",
                              fmt::format("\"{}\" is not who an export is for", *reader),
                              "choose among import, spreadsheet");
    }
    return reader == "spreadsheet" ? exchange::Reader::spreadsheet : exchange::Reader::import;
}

void export_something(Invocation& call) {
    const auto book = call.open_to_read(access_control::Right::export_records);
    ProgressBar bar(call.io, "exporting");
    std::optional<schema::Id<schema::Patient>> patient;
    if (call.arguments.has("patient")) {
        patient = call.patient(book, "patient").id;
    }
    const std::filesystem::path folder = call.arguments.need("DIR");
    const auto reader = reader_given(call.arguments);
    exchange::export_directory(
        book, folder, patient, shown_on(bar), {.reader = reader, .program = NEEDLEBOOK_VERSION});
    bar.clear();
    call.io.err << fmt::format("Exported to {}; these files hold personal data.\n",
                               folder.string());
}

std::string kinds_and_fields() {
    std::string text = "Kinds and their fields:\n";
    for (const auto& kind : exchange::import_kinds()) {
        const auto fields = fmt::format("{}", fmt::join(exchange::import_fields(kind), ", "));
        text += fmt::format("  {:<18}{}\n", kind, wrapped(fields, 20, 100));
    }
    return text + "Rules that come with the program:\n" + exchange::list_of_shipped_rules() +
           "Also: REGION.LESION of acne (forehead.papules), REGION.depth_mm and REGION.passes of\n"
           "sessions, or where each row is of one area, area= with depth_mm= and passes= (alone, "
           "depth_mm\n"
           "holds both: 1.5mm x 4; region= and papules= of acne, type= and amount= of scars); scar "
           "types, REGION.area .darkness .homogeneity and pahpi.size .intensity "
           ".number\n"
           "of pigmentation, item1 item2 … of questionnaires, contact of patients (telephone, "
           "email or\naddress, whichever a cell holds).\n"
           "A row of which the book says everything already is counted and left out; one that "
           "contradicts a\n"
           "record of the same patient and time is a problem, which --confirm duplicate takes.\n"
           "At most " +
           exchange::import_bounds() + ".\n";
}

Command import_command() {
    return {
        .noun = "import",
        .verb = "",
        .summary =
            "Import a file of rows, a whole export or a patient's file; a file with a problem "
            "changes "
            "nothing.",
        .example =
            "needlebook import old.csv --as scores --map patient=Chart --map at=Visit "
            "--map iga=IGA --dates dmy",
        .output = "imported 57 scores",
        .notes = kinds_and_fields(),
        .arguments = {{"FILE",
                       "a CSV file, a workbook (.xlsx, .xlsm, .ods), a file of JSON objects, - for "
                       "standard input, a folder that `needlebook export` wrote, or a patient's "
                       "file (.html)"}},
        .options =
            {{"as",
              "KIND",
              "what the rows are, as listed below; without it the file is understood by itself, "
              "shown, and not imported"},
             {"accept", "", "import what is shown without it, where nothing is open"},
             {"rules",
              "FILE",
              "options from a file, one a line without dashes (map patient=Chart No), or the "
              "rules of a name listed below; the command line wins",
              false,
              true},
             {"save-rules", "FILE", "keep the options, and what is found, as such a file"},
             {"map",
              "FIELD=HEADER",
              "which column holds a field; #3 names the third column, patient=#row numbers "
              "the rows. A text may have several columns, a day its clock's right behind it. A "
              "field "
              "maps to a column of its own name by itself, an instrument only where no other "
              "instrument is mapped. Scores: CODE=HEADER for an instrument's column, with region= "
              "beside it where it was taken, "
              "CODE@8w=HEADER for one at an offset from --origin, day= week= month= for a "
              "row's offset; a second at= is for the values behind it. "
              "tag:KEY=HEADER labels the patient; what differs within a patient is kept with each "
              "value, as label:KEY=HEADER always is",
              false,
              true},
             {"set", "FIELD=VALUE", "the same value of a field in every row", false, true},
             {"values",
              "FIELD:CELL=VALUE",
              "read a cell as another: sex:X=other, at:Week 16=16w; kind:*=other every cell that "
              "is none of the field's words, which the note keeps",
              false,
              true},
             {"missing",
              "TEXT",
              "a cell that means missing, as NA; an empty one always does",
              false,
              true},
             {"no-header", "", "the first row is data; columns are #1 #2 …"},
             {"header", "", "the first row holds the headers, although it looks like data"},
             {"header-row",
              "N",
              "the line of the header, or its row in the sheet; 2-3 joins two, of groups and "
              "names"},
             {"sheet",
              "NAME",
              "of a workbook; by itself the first that is shown and holds anything"},
             {"dates",
              "FORMAT",
              "how dates are written: ymd, dmy, mdy, or a pattern as mmdd-yyyy-hhmmss or "
              "dd/mm/20yy"},
             {"origin",
              "DATE",
              "the day that offsets count from, and bare numbers in fields of days (0 is that "
              "day)"},
             {"origin-from",
              "HEADER",
              "the column with each patient's own first day, in the place of --origin"},
             {"only",
              "HEADER=CELL",
              "read only rows whose cell in this column is that; of several, any of one column",
              false,
              true},
             {"ignore", "HEADER", "a column that no field is to take by its name", false, true},
             {"fill-down",
              "FIELD",
              "a blank cell of this field says what stands above it, as chart or at",
              false,
              true},
             {"update",
              "",
              "of patients: who is in the book gets what was empty; --confirm duplicate what "
              "differs"},
             {"decimal",
              "SIGN",
              "the decimal sign: . or ,; must be said where thousands are grouped"},
             {"delimiter", "SIGN", "what separates columns; found by itself"},
             {"encoding",
              "NAME",
              "UTF-8, UTF-16 and, where it is clear, windows-1252, -1256, -1250 and -1254 are "
              "found"},
             {"create-patients", "", "register patients that are not known, by their chart number"},
             {"add-scales",
              "",
              "of scores: add the instruments that are not known, by the names in the file"},
             {"keep-good", "", "import the good rows, write the others to FILE.rejected.csv"},
             {"patient",
              "CHART",
              "of a patient's file: whose records it has here, a patient of the book or a new "
              "chart number; by itself as the file says"},
             {"passphrase-stdin",
              "",
              "of a patient's file: its passphrase is the first line of standard input"},
             {"dry-run",
              "",
              "show how the first 1,000 rows are understood and every problem; write nothing"}},
        .book = Book::write,
        .json = true,
        .tells_of_repeats = true,
        .run = &import_something};
}

Command export_command() {
    return {.noun = "export",
            .verb = "",
            .summary = "Write everything as CSV files that import reads back without loss.",
            .example = "needlebook export clinic-2026-01-05",
            .output = "Exported to clinic-2026-01-05; these files hold personal data.",
            .notes =
                "manifest.json lists the files with their rows and hashes; import verifies it. "
                "The folder appears under its name\nonly when all of it is there.\n",
            .arguments = {{"DIR", "a new or empty folder"}},
            .options = {{"patient", "CHART", "only this patient"},
                        {"for",
                         "READER",
                         "import (by itself), exact; or spreadsheet, for reading only: cells that "
                         "would run as formulas are guarded"}},
            .run = &export_something};
}

}  // namespace

std::vector<Command> exchange_commands() {
    return {import_command(), export_command()};
}

}  // namespace cli
