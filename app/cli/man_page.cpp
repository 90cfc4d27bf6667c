#include "app/cli/man_page.h"

#include <fmt/format.h>

#include "app/cli/help.h"

namespace cli {

namespace {

std::string options_text(const std::vector<Option>& options) {
    std::string text;
    for (const auto& option : options) {
        text += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n",
                            roff("--" + option.name),
                            option.value.empty() ? "" : " \\fI" + roff(option.value) + "\\fR",
                            roff(option_note(option)));
    }
    return text;
}

std::string lines_in_place(std::string_view text) {
    return fmt::format(".RS 4\n.nf\n{}\n.fi\n.RE\n", roff(text));
}

std::string arguments_text(const Command& command) {
    std::string text;
    for (const auto& argument : command.arguments) {
        text += fmt::format(".TP\n\\fI{}\\fR\n{}\n", roff(argument.name), roff(argument.meaning));
    }
    return text;
}

std::string command_text(const Command& command) {
    std::string also;
    for (const auto& option : common_options(command)) {
        also += (also.empty() ? "" : " ") + roff("--" + option.name);
    }
    auto text = fmt::format(".SS {}\n{}\n.PP\n\\fB{}\\fR\n",
                            roff("needlebook " + command.name()),
                            roff(command.summary),
                            roff(usage_of(command)));
    text += arguments_text(command) + options_text(command.options);
    text += fmt::format(".PP\nAlso: {}\n.PP\nExample:\n{}",
                        also,
                        lines_in_place("$ " + command.example +
                                       (command.output.empty() ? "" : "\n" + command.output)));
    if (!command.notes.empty()) {
        auto notes = command.notes;
        while (notes.ends_with('\n')) {
            notes.pop_back();
        }
        text += fmt::format(".PP\n{}\n", roff(notes));
    }
    return text;
}

}  // namespace

std::string roff(std::string_view text) {
    std::string result;
    bool begins_line = true;
    for (const char c : text) {
        if (begins_line && (c == '.' || c == '\'')) {
            result += "\\&";
        }
        begins_line = c == '\n';
        switch (c) {
            case '\\':
                result += "\\e";
                break;
            case '-':
                result += "\\-";
                break;
            case '\'':
                result += "\\(aq";
                break;
            case '`':
                result += "\\(ga";
                break;
            case '^':
                result += "\\(ha";
                break;
            case '~':
                result += "\\(ti";
                break;
            case '\t':
                result += "    ";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string man_page(std::span<const Command> commands) {
    auto version = version_line();
    version.pop_back();
    std::string text = fmt::format(
        ".TH NEEDLEBOOK 1 \"\" \"{}\" \"Needlebook\"\n"
        ".SH NAME\nneedlebook \\- the treatment book of a clinic that does microneedling\n"
        ".SH SYNOPSIS\n\\fBneedlebook\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n"
        ".SH DESCRIPTION\n"
        "One local program over one file. Data goes to standard output, talk to standard error. "
        "Every error is\n"
        "two lines, error: and try:.\n"
        ".SH COMMON OPTIONS\nMany commands take these, before their name too; with each command "
        "stands which.\n{}",
        roff(version),
        options_text(common_options(command_of_all())));
    text += ".SH COMMANDS\n";
    for (const auto& command : commands) {
        text += command_text(command);
    }
    text +=
        ".SH EXIT STATUS\n"
        ".TP\n0\ndone\n.TP\n1\nrefused: the input, the rules or a right\n"
        ".TP\n2\nmisused: the call is not understood\n"
        ".TP\n3\nthe book is damaged or cannot be opened, or the disk does not answer\n"
        ".SH ENVIRONMENT\n"
        ".TP\nNEEDLEBOOK\nthe book, where no \\-\\-book is given\n"
        ".TP\nNEEDLEBOOK_ACTOR\nwho does it, where no \\-\\-actor is given\n"
        ".TP\nNO_COLOR, TERM\nwithout colours; with TERM=dumb too\n"
        ".TP\nPAGER\nwhat shows a page that is longer than the terminal; empty or cat: none\n"
        ".SH FILES\n"
        ".TP\n\\(ti/.local/share/needlebook/clinic.needlebook\nthe book, where nothing says "
        "another\n"
        ".SH SEE ALSO\nThe pages in docs, of which docs/cli.md has the same as this one.\n";
    return text;
}

}  // namespace cli
