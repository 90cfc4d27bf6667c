// The certificate with which the book is shown to the clinic's network.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/password_given.h"
#include "app/cli/commands/report_format.h"
#include "app/cli/invocation.h"
#include "app/cli/serving/network_given.h"
#include "app/json/json_value.h"
#include "app/report/trust_sheet.h"
#include "app/server/tls/authority.h"
#include "app/server/tls/own_certificate.h"
#include "app/tracking/wall_clock.h"
#include "db/file/private_file.h"
#include "db/records/clinic.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using server::Certificate;

server::AuthorityKey key_given(Invocation& call) {
    const auto file = call.arguments.one("ca-key");
    const auto usual = server::own_certificate_files().authority_key;
    return {file ? std::filesystem::path(*file) : usual, password_given(call)};
}

Certificate need_authority() {
    auto authority = server::own_authority();
    if (!authority) {
        throw schema::refused("the clinic's authority",
                              "is not there: no certificate was made on this machine",
                              "make one",
                              "needlebook certificate make --name ADDRESS");
    }
    return std::move(*authority);
}

void tell(Invocation& call, const Certificate& certificate) {
    call.io.err << fmt::format("The certificate is for {} and holds until {}.\n",
                               fmt::join(certificate.names, ", "),
                               server::day_text(certificate.until));
}

void make(Invocation& call) {
    const auto names = server::checked_names(call.arguments.all("name"));
    const auto book = call.open_to_read(access_control::Right::keep_book);
    server::make_own_certificate(db::read_clinic(book).name,
                                 names,
                                 key_given(call),
                                 call.arguments.has("anew"),
                                 tracking::moment_now());
    call.io.out << need_authority().fingerprint << '\n';
    tell(call, *server::own_certificate());
    call.io.err << "Tell each device once to trust the authority with this fingerprint; a sheet "
                   "for it: `needlebook certificate sheet FILE`.\nServe: `needlebook serve "
                   "--listen ADDRESS`.\n";
}

void renew(Invocation& call) {
    const auto book = call.open_to_read(access_control::Right::keep_book);
    server::renew_own_certificate(
        call.arguments.all("name"), key_given(call), tracking::moment_now());
    tell(call, *server::own_certificate());
    call.io.err << "A server that is running shows it within ten seconds.\n";
}

nlohmann::ordered_json json_of(const Certificate& certificate) {
    return {{"subject", certificate.subject},
            {"fingerprint", certificate.fingerprint},
            {"names", certificate.names},
            {"from", server::day_text(certificate.from)},
            {"until", server::day_text(certificate.until)}};
}

void show(Invocation& call) {
    const auto authority = need_authority();
    const auto own = server::own_certificate();
    if (call.json()) {
        call.io.out << exchange::json_text(nlohmann::ordered_json{
                           {"authority", json_of(authority)},
                           {"certificate", own ? json_of(*own) : nlohmann::ordered_json(nullptr)}})
                    << '\n';
        return;
    }
    call.io.out << fmt::format("authority    {}\n             {}, until {}\n",
                               authority.fingerprint,
                               authority.subject,
                               server::day_text(authority.until));
    if (own) {
        call.io.out << fmt::format("certificate  {}\n             {}, until {}\n",
                                   own->fingerprint,
                                   fmt::join(own->names, ", "),
                                   server::day_text(own->until));
    }
    const auto files = server::own_certificate_files();
    call.io.err << (std::filesystem::exists(files.authority_key)
                        ? fmt::format("The authority's key is on this machine, under its "
                                      "passphrase: {}\n",
                                      files.authority_key.string())
                        : "The authority's key is not on this machine.\n")
                << fmt::format("The authority's certificate, for devices: {}\n",
                               files.authority.string());
}

void sheet(Invocation& call) {
    const auto authority = need_authority();
    const auto own = server::own_certificate();
    const auto port_text = call.arguments.one("port");
    const auto port = port_text ? schema::Text<int>::read(*port_text) : usual_network_port;
    if (!port || *port < 1 || *port > 65535) {
        throw schema::refused("--port",
                              fmt::format("\"{}\" is not a port", *port_text),
                              "give that of `needlebook serve --listen`: a number from 1 to 65535");
    }
    const auto language = word_given(call, "language", exchange::ReportLanguage::english);
    const auto book = call.open_to_read();
    exchange::TrustSheet facts{.clinic = db::read_clinic(book).name,
                               .fingerprint = authority.fingerprint};
    for (const auto& name : own ? own->names : std::vector<std::string>()) {
        facts.addresses.push_back(fmt::format("{}:{}", server::host_text(name), *port));
    }
    const std::filesystem::path file = call.arguments.need("FILE");
    db::PrivateFile out(file);
    out.write(exchange::trust_sheet(facts, language));
    out.close();
    call.io.err << fmt::format("To be printed: {}\n", file.string());
}

}  // namespace

std::vector<Command> certificate_commands() {
    const Option names{.name = "name",
                       .value = "ADDRESS",
                       .meaning =
                           "what people type into a browser: a name of this machine or an "
                           "address",
                       .repeated = true};
    auto needed = names;
    needed.required = true;
    return {
        {.noun = "certificate",
         .verb = "make",
         .summary = "Make an authority of the clinic's own and a certificate for the network.",
         .example = "needlebook certificate make --name book.clinic.example --name 192.168.1.10 "
                    "--ca-key /mnt/usb/ca-key.pem",
         .output = "3F:1C:…",
         .notes = "Prints the authority's fingerprint (SHA-256): every device is told once to "
                  "trust it. It can sign for\nthese names and addresses and for nothing else. Its "
                  "key lies under a passphrase of at least 12\ncharacters, on this machine or, "
                  "better, in a file on a medium that is put away. The certificate\nholds 397 "
                  "days. docs/serve.md says what each system is told.\n",
         .options = {needed,
                     {"ca-key", "FILE", "where the authority's key is to lie; not there yet"},
                     {"anew", "", "although there is one: every device has to be told again"},
                     password_option()},
         .run = &make},
        {.noun = "certificate",
         .verb = "renew",
         .summary = "Make another certificate of the same authority: devices need not be told.",
         .example = "needlebook certificate renew --ca-key /mnt/usb/ca-key.pem",
         .output = "",
         .notes = "For the names that it has, or those that are given, if the authority may sign "
                  "for them.\n",
         .options = {names,
                     {"ca-key", "FILE", "where the authority's key lies"},
                     password_option()},
         .run = &renew},
        {.noun = "certificate",
         .verb = "show",
         .summary = "Show fingerprints, names and days of the authority and the certificate.",
         .example = "needlebook certificate show",
         .output = "authority    3F:1C:…\n             CN=Needlebook of the clinic,O=Skin clinic, "
                   "until 2036-11-27\ncertificate  …",
         .book = Book::none,
         .json = true,
         .run = &show},
        {.noun = "certificate",
         .verb = "sheet",
         .summary = "Write a sheet to print: what each device is to be told, and the fingerprint.",
         .example = "needlebook certificate sheet devices.html --language en+ar",
         .output = "",
         .arguments = {{"FILE", "where to; it must not be there yet"}},
         .options = {{"port", "N", "that of `needlebook serve --listen`; by itself 8443"},
                     {"language", "WORD", schema::word_list<exchange::ReportLanguage>()}},
         .run = &sheet},
    };
}

}  // namespace cli
