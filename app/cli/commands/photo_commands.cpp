// Photographs and consents: what all records have (list, show, void) stands in record_commands.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/dangerous_act.h"
#include "app/cli/commands/record_options.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/comparison_page.h"
#include "app/json/comparison_json.h"
#include "app/tracking/photos/compared.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/photos/photos.h"
#include "app/tracking/wall_clock.h"
#include "db/file/private_file.h"
#include "db/photos/photo_store.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "schema/types/record_name.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using schema::Consent;
using schema::ConsentScope;
using schema::Photo;

schema::CivilTime clinic_time(const db::Book& book) {
    return tracking::now_in(db::read_clinic(book).time_zone);
}

std::string bytes_of_picture(const std::filesystem::path& file) {
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(file, unknown)) {
        throw schema::refused("--file", "there is no file " + file.string(), "name a picture");
    }
    if (std::filesystem::file_size(file, unknown) > libraries::most_picture_bytes) {
        throw schema::refused("--file", "has more than 40 MB", "save it smaller");
    }
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) {
        throw schema::refused("--file", file.string() + " cannot be read", "make it readable");
    }
    return bytes;
}

// Without what its picture tells.
std::vector<Option> said_of_photo_alone(std::vector<Option> options) {
    const auto& photo = kinds::of<Photo>();
    for (const auto& field : photo.fields) {
        const auto& said = tracking::said_of_photo;
        if (std::find(said.begin(), said.end(), field.name) == said.end()) {
            std::erase_if(options, [name = option_name(field.name)](const Option& each) {
                return each.name == name;
            });
        }
    }
    return options;
}

// What somebody can say of a photograph.
std::vector<Option> photo_options() {
    auto options = said_of_photo_alone(writing_options(kinds::of<Photo>()));
    for (auto& each : options) {
        each.required = each.required && each.name != "taken-at";
    }
    options.insert(options.begin(),
                   {"file", "FILE", "the picture: JPEG, PNG, WebP or HEIC, at most 40 MB", true});
    return options;
}

void add_photo(Invocation& call) {
    auto book = call.open_to_write();
    tracking::NewPhoto photo;
    photo.said.patient = call.patient(book).id;
    set_given(call, book, photo.said);
    if (call.arguments.has("taken-at")) {
        photo.taken_at = photo.said.taken_at;
    }
    const auto picture = libraries::accept_picture(bytes_of_picture(call.arguments.need("file")));
    call.io.out
        << tracking::add_photo(book, call.submission(), photo, picture, clinic_time(book)).answer
        << '\n';
}

schema::Id<Photo> photo_given(const Invocation& call, const std::string& name) {
    const auto text = call.arguments.need(name);
    const auto id = schema::Text<schema::Id<Photo>>::read(text);
    if (!id) {
        throw schema::refused(
            name, fmt::format("\"{}\" is not an id", text), "`needlebook photo list CHART`");
    }
    return *id;
}

void compare_photos(Invocation& call) {
    const auto book = call.open_to_read();
    const auto compared = tracking::compare_photos(
        book, photo_given(call, "FIRST"), photo_given(call, "SECOND"), call.today(book));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::comparison_json(
                           compared.first.id.value, compared.second.id.value, compared.pair))
                    << '\n';
        return;
    }
    call.io.out << comparison_page(compared.pair, call.io.table_width());
}

Photo photo_named(const Invocation& call, const db::Book& book) {
    auto photo = db::find(book, schema::Id<Photo>(id_given(call, book, kinds::of<Photo>())));
    if (!photo) {
        throw schema::missing(
            "ID", "there is no photograph with this id", "`needlebook photo list CHART`");
    }
    return std::move(*photo);
}

void correct_photo(Invocation& call) {
    auto book = call.open_to_write();
    const auto before = photo_named(call, book);
    schema::AnyRecord corrected = before;
    correct_given(call, book, corrected);
    tracking::correct_photo(book, call.submission(), std::get<Photo>(corrected), clinic_time(book));
    print_correction(call, kinds::ConstRecord(before).kept(), before, corrected);
}

void export_photo(Invocation& call) {
    const auto book = call.open_to_read(access_control::Right::export_records);
    const auto photo = photo_named(call, book);
    const auto purpose = read_option<ConsentScope>(call, "for");
    tracking::refuse_hidden(book, photo, purpose, clinic_time(book).day());
    const std::filesystem::path file = call.arguments.need("to");
    db::PrivateFile made(file);
    made.write(tracking::photo_bytes(book, photo));
    made.close();
    call.io.err << fmt::format(
        "{}\nnote: what has left the clinic is not called back when the consent is withdrawn\n",
        file.string());
}

void tidy(Invocation& call) {
    auto book = call.open_to_write();
    confirm_act(call,
                {.what = "removes the files of photographs that no record names",
                 .details = {},
                 .way_back = "A newer book that is put back later has its photographs only where a "
                             "backup has them."});
    call.io.out << tracking::tidy_photos(book, call.submission()).answer << '\n';
}

void record_consent(Invocation& call) {
    auto book = call.open_to_write();
    const auto& given = call.arguments;
    tracking::Signing signing;
    signing.patient = call.patient(book).id;
    signing.form = read_option<schema::Id<schema::ConsentForm>>(call, "form");
    signing.language = read_option<schema::PatientLanguage>(call, "language");
    signing.manner =
        given.has("signature") ? schema::ConsentManner::screen : schema::ConsentManner::paper;
    if (given.has("at")) {
        signing.at = moment_option(call, book, "at");
    }
    if (given.has("scan")) {
        signing.scan = read_option<schema::Id<Photo>>(call, "scan");
    }
    signing.guardian = given.one("guardian");
    signing.witness = given.one("witness");
    signing.device = given.one("device");
    signing.signature = given.one("signature");
    call.io.out
        << tracking::record_consent(book, call.submission(), signing, clinic_time(book)).answer
        << '\n';
}

void withdraw_consent(Invocation& call) {
    auto book = call.open_to_write();
    const schema::Id<Consent> id(id_given(call, book, kinds::of<Consent>()));
    call.io.out << tracking::withdraw_consent(book, call.submission(), id, clinic_time(book)).answer
                << '\n';
    call.io.err << "note: it holds no more; what was shown, printed, exported or backed up before "
                   "is not called back\n";
}

Command add_command() {
    return {.noun = "photo",
            .verb = "add",
            .summary = "Keep a photograph of a patient, without its metadata.",
            .example = "needlebook photo add C-001 --file front.jpg --view front",
            .output = "3",
            .notes =
                "The time of taking is read before all metadata go, and asked about; --at says "
                "it. A JPEG keeps its pixels exactly\nas they came, a PNG too; WebP and HEIC "
                "are kept as JPEG. The file's name is not kept.\n",
            .arguments = {{"CHART", "the patient's chart number"}},
            .options = photo_options(),
            .book = Book::write,
            .asks_the_clock = true,
            .run = &add_photo};
}

Command correct_photo_command() {
    auto command = correct_command(kinds::of<Photo>(), &correct_photo);
    command.summary = "Correct what is said of a photograph; its bytes never change.";
    command.example = "needlebook photo correct 3 --view left_45 --reason \"chose the wrong view\"";
    command.options = said_of_photo_alone(std::move(command.options));
    command.asks_the_clock = true;
    return command;
}

Command compare_command() {
    return {.noun = "photo",
            .verb = "compare",
            .summary = "Say whether two photographs of a patient may be compared, and why not.",
            .example = "needlebook photo compare 3 7",
            .output =
                "Not comparable: score 42 of 100, below 70: light.\n\n"
                "part   points  differs by  to do\n"
                "light  42      1.0 stops   one stop darker",
            .notes =
                "The score is the least of its parts; from which one on photographs may be "
                "compared, the clinic sets (comparable_from).\nWhat cannot be judged says so, and "
                "counts neither for nor against. What the patient does not agree to is not "
                "compared.\n",
            .arguments = {{"FIRST", "the id of the earlier one, which the other is held against"},
                          {"SECOND", "the id of the other one"}},
            .json = true,
            .as_of = true,
            .run = &compare_photos};
}

Command export_command() {
    return {.noun = "photo",
            .verb = "export",
            .summary = "Write a photograph into a file, for what the patient agreed to.",
            .example = "needlebook photo export 3 --to slide.jpg --for teaching",
            .output = "slide.jpg",
            .arguments = {{"ID", "the id, as `needlebook photo list CHART` shows it"}},
            .options = {{"to", "FILE", "where to; it must not be there yet", true},
                        {"for", "WORD", "what for: " + schema::word_list<ConsentScope>(), true}},
            .run = &export_photo};
}

Command tidy_command() {
    return {.noun = "photo",
            .verb = "tidy",
            .summary = "Remove files of photographs that no record names.",
            .example = "needlebook photo tidy --yes",
            .output = "2 files",
            .notes = "A kill can leave such files; `needlebook check` names them.\n",
            .options = {yes_option()},
            .book = Book::write,
            .run = &tidy};
}

Command record_command() {
    return {
        .noun = "consent",
        .verb = "record",
        .summary = "Record that a patient signed a consent form.",
        .example = "needlebook consent record C-001 --form 3 --language en --at 2026-01-05",
        .output = "3",
        .notes =
            "With --signature it was signed on the screen, now; without it on paper. What "
            "is kept is the form's text as it is now, with a\nhash over it and how it was "
            "signed.\n",
        .arguments = {{"CHART", "the patient's chart number"}},
        .options =
            {{"form", "ID", "the form, as `needlebook consent-form list` shows it", true},
             {"language",
              "WORD",
              "in which it was read: " + schema::word_list<schema::PatientLanguage>(),
              true},
             {"at", "TIME", "when a paper was signed; by itself now"},
             {"scan", "ID", "the photograph of the paper, of view document"},
             {.name = "guardian",
              .value = "TEXT",
              .meaning = "who signed in the patient's place",
              .from_input = true},
             {.name = "witness", .value = "TEXT", .meaning = "who was there", .from_input = true},
             {"device", "TEXT", "on what it was signed"},
             {.name = "signature",
              .value = "JSON",
              .meaning = "the strokes: [[x,y,t,x,y,t],…], x and y in thousandths of the "
                         "pad's width, t in milliseconds",
              .from_input = true}},
        .book = Book::write,
        .asks_the_clock = true,
        .run = &record_consent};
}

Command withdraw_command() {
    return {.noun = "consent",
            .verb = "withdraw",
            .summary = "Write down that a patient withdrew a consent; it holds no more at once.",
            .example = "needlebook consent withdraw 3 --reason \"told at the desk\"",
            .output = "3",
            .notes = "No undo takes it back; who agrees again signs again.\n",
            .arguments = {{"ID", "the id, as `needlebook consent list CHART` shows it"}},
            .book = Book::write,
            .asks_the_clock = true,
            .run = &withdraw_consent};
}

}  // namespace

std::vector<Command> photo_commands() {
    return {add_command(),
            correct_photo_command(),
            compare_command(),
            export_command(),
            tidy_command(),
            record_command(),
            withdraw_command()};
}

}  // namespace cli
