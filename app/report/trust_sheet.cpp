#include "app/report/trust_sheet.h"

#include <array>

#include <fmt/format.h>

#include "app/texts/language.h"

namespace exchange {

namespace {

constexpr std::array<std::string_view, 6> systems{
    "apple_mobile", "android", "windows", "mac", "linux", "firefox"};

constexpr std::string_view style =
    "body{font:15px/1.45 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "color:#000;background:#fff}h1{font-size:27px}h2{font-size:17px;margin:1.2em 0 .2em}"
    "p{margin:.3em 0}.code{font:17px/1.6 "
    "monospace;direction:ltr;unicode-bidi:isolate;display:block;"
    "overflow-wrap:anywhere}section+section{break-before:page}h2,p{break-inside:avoid}"
    "@page{size:A4;margin:15mm}";

std::string escaped(std::string_view text) {
    std::string all;
    for (const char each : text) {
        switch (each) {
            case '&':
                all += "&amp;";
                break;
            case '<':
                all += "&lt;";
                break;
            case '>':
                all += "&gt;";
                break;
            case '"':
                all += "&quot;";
                break;
            default:
                all += each;
        }
    }
    return all;
}

// In lines of eight pairs, which people can compare.
std::string in_lines(std::string_view fingerprint) {
    constexpr std::size_t line = 24;
    std::string all;
    for (std::size_t at = 0; at < fingerprint.size(); at += line) {
        all += (at == 0 ? "" : "<br>") + escaped(fingerprint.substr(at, line));
    }
    return all;
}

std::string code(const std::string& text) {
    return "<span class=\"code\">" + text + "</span>";
}

std::string section(const TrustSheet& facts, const texts::Language& language) {
    const auto text = [&](const std::string& id) {
        return escaped(language.text(std::string_view("certificate." + id)));
    };
    std::string fetched;
    std::string opened;
    for (const auto& address : facts.addresses) {
        fetched += code(escaped("http://" + address + "/authority.crt"));
        opened += code(escaped("https://" + address + "/"));
    }
    std::string html = fmt::format(
        "<section lang=\"{}\" dir=\"{}\"><h1>{}</h1><p>{}</p><p>{}</p><h2>{}</h2><p>{}</p>{}"
        "<h2>{}</h2><p>{}</p>{}<h2>{}</h2>",
        language.code(),
        language.direction(),
        text("title"),
        escaped(facts.clinic),
        text("why"),
        text("fetch"),
        text("fetch.how"),
        fetched,
        text("compare"),
        text("compare.how"),
        code(in_lines(facts.fingerprint)),
        text("tell"));
    for (const auto system : systems) {
        html += fmt::format("<p><b>{}</b> {}</p>",
                            text(fmt::format("system.{}", system)),
                            text(fmt::format("system.{}.how", system)));
    }
    return html + fmt::format("<h2>{}</h2><p>{}</p>{}<p>{}</p></section>",
                              text("open"),
                              text("open.how"),
                              opened,
                              text("later"));
}

}  // namespace

std::string trust_sheet(const TrustSheet& facts, ReportLanguage language) {
    std::string sections;
    for (const auto* each : {"en", "ar"}) {
        const bool is_wanted =
            language == ReportLanguage::both ||
            (language == ReportLanguage::arabic) == (std::string_view(each) == "ar");
        if (const auto found = texts::language_of(each); found && is_wanted) {
            sections += section(facts, *found);
        }
    }
    return fmt::format(
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>{}</title>"
        "<meta name=\"viewport\" content=\"width=device-width\">"
        "<style>{}</style></head><body>{}</body></html>\n",
        escaped(facts.clinic),
        style,
        sections);
}

}  // namespace exchange
