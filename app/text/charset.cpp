#include "app/text/charset.h"

#include <array>
#include <stdexcept>
#include <utility>

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace exchange {

namespace {

// Appends UTF-16 units to UTF-8 text; a half pair at the end of a piece waits for the next piece.
class Utf8Writer {
  public:
    explicit Utf8Writer(std::string& text) : text_(text) {}

    void append(const UChar* begin, const UChar* end) {
        for (const UChar* unit = begin; unit != end; ++unit) {
            if (U16_IS_LEAD(*unit)) {
                lead_ = *unit;
            } else if (U16_IS_TRAIL(*unit)) {
                append_point(U16_GET_SUPPLEMENTARY(lead_, *unit));
            } else {
                append_point(*unit);
            }
        }
    }

  private:
    void append_point(UChar32 point) {
        std::array<char, U8_MAX_LENGTH> bytes{};
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes.data(), size, point);
        text_.append(bytes.data(), size);
    }

    std::string& text_;
    UChar lead_ = 0;
};

icu::LocalUConverterPointer strict_converter(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    icu::LocalUConverterPointer converter(ucnv_open(charset.c_str(), &status));
    if (U_SUCCESS(status)) {
        ucnv_setToUCallBack(
            converter.getAlias(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    if (U_FAILURE(status)) {
        throw std::invalid_argument(charset + " is not a name from charset_name");
    }
    return converter;
}

std::string invalid_bytes(const UConverter* converter) {
    std::array<char, 32> bytes{};
    auto size = static_cast<int8_t>(bytes.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, bytes.data(), &size, &status);
    return {bytes.data(), U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0};
}

}  // namespace

std::optional<std::string> charset_name(const std::string& told) {
    // ICU would take an empty name for its default, and a comma for the start of an option.
    if (told.empty() || told.find(',') != std::string::npos) {
        return std::nullopt;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUConverterPointer converter(ucnv_open(told.c_str(), &status));
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    for (const char* standard : {"MIME", "IANA"}) {
        UErrorCode unnamed = U_ZERO_ERROR;
        if (const char* name = ucnv_getStandardName(told.c_str(), standard, &unnamed)) {
            return name;
        }
    }
    return told;
}

Converted convert(std::string_view bytes, const std::string& charset) {
    const auto converter = strict_converter(charset);
    Converted result;
    Utf8Writer writer(result.text);
    std::array<UChar, 8192> units{};
    const char* source = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        UChar* target = units.data();
        ucnv_toUnicode(converter.getAlias(),
                       &target,
                       units.data() + units.size(),
                       &source,
                       end,
                       nullptr,
                       true,
                       &status);
        writer.append(units.data(), target);
        if (U_SUCCESS(status)) {
            return result;
        }
        if (status != U_BUFFER_OVERFLOW_ERROR) {
            auto invalid = invalid_bytes(converter.getAlias());
            const auto consumed = static_cast<std::size_t>(source - bytes.data());
            result.fault = {consumed - invalid.size(), std::move(invalid)};
            return result;
        }
    }
}

}  // namespace exchange
