#include "app/import/patient_file/patient_file.h"

#include <bit>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "app/import/patient_file/base64.h"
#include "app/import/patient_file/sealing.h"
#include "app/json/json_reading.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

constexpr std::string_view format_name = "needlebook patient file";
constexpr int newest_version = 1;
constexpr std::string_view element_begins = "<script type=\"application/json\" data-patient-file>";
constexpr std::string_view element_ends = "</script>";
constexpr std::string_view signed_title = "needlebook patient file v1";
constexpr std::size_t size_bytes = 4;

std::string with_size(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    std::string bytes;
    for (unsigned shift = 24;; shift -= 8) {
        bytes += static_cast<char>(size >> shift);
        if (shift == 0) {
            break;
        }
    }
    return bytes.append(text);
}

// Takes what `with_size` wrote off the front; nothing where that is not all there.
std::optional<std::string_view> take_sized(std::string_view& bytes) {
    if (bytes.size() < size_bytes) {
        return std::nullopt;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < size_bytes; ++i) {
        size = size << 8U | static_cast<unsigned char>(bytes[i]);
    }
    bytes.remove_prefix(size_bytes);
    if (size > bytes.size()) {
        return std::nullopt;
    }
    const auto taken = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return taken;
}

std::string signed_bytes(std::string_view content) {
    std::string bytes(signed_title);
    bytes += '\0';
    return bytes.append(content);
}

schema::Error damaged(const std::string& name) {
    return schema::refused(name,
                           "is a patient's file, and not all of it is as it was written",
                           "take the file as the clinic gave it, or ask for it again")
        .as("patient_file_damaged");
}

std::string text_member(const OrderedJson& json, const char* member, const std::string& name) {
    const auto found = json.find(member);
    if (found == json.end() || !found->is_string()) {
        throw damaged(name);
    }
    return found->get<std::string>();
}

OrderedJson object_in(std::string_view text, const std::string& name) {
    try {
        return read_json_object(text);
    } catch (const schema::Error&) {
        throw damaged(name);
    }
}

std::string_view element_of(std::string_view html) {
    const auto begin = html.find(element_begins);
    if (begin == std::string_view::npos) {
        return {};
    }
    const auto text = html.substr(begin + element_begins.size());
    const auto end = text.find(element_ends);
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

PatientFileContent content_in(std::string_view bytes, const std::string& name) {
    const auto json = take_sized(bytes);
    if (!json) {
        throw damaged(name);
    }
    PatientFileContent content{.json = object_in(*json, name)};
    const auto pictures = content.json.find("pictures");
    if (pictures == content.json.end() || !pictures->is_array()) {
        throw damaged(name);
    }
    for (const auto& each : *pictures) {
        const auto size = each.is_object() ? each.find("bytes") : each.end();
        if (!each.is_object() || size == each.end() || !size->is_number_unsigned() ||
            size->get<std::uint64_t>() > bytes.size()) {
            throw damaged(name);
        }
        content.pictures.emplace_back(bytes.substr(0, size->get<std::size_t>()));
        bytes.remove_prefix(size->get<std::size_t>());
    }
    if (!bytes.empty()) {
        throw damaged(name);
    }
    return content;
}

}  // namespace

std::size_t padded_size(std::size_t bytes) {
    constexpr std::size_t smallest = 256 * 1024;
    if (bytes <= smallest) {
        return smallest;
    }
    const auto exponent = static_cast<unsigned>(std::bit_width(bytes)) - 1U;
    const auto kept = static_cast<unsigned>(std::bit_width(exponent));
    const auto rest = (std::size_t{1} << (exponent - kept)) - 1;
    return (bytes + rest) & ~rest;
}

std::string patient_file_data(const PatientFileContent& content,
                              const std::optional<db::SigningKey>& key,
                              const std::optional<std::string>& passphrase) {
    auto bytes = with_size(json_text(content.json, -1));
    for (const auto& picture : content.pictures) {
        bytes += picture;
    }
    OrderedJson head{{"content", bytes.size()}, {"key", nullptr}, {"signature", nullptr}};
    if (key) {
        head["key"] = key->public_key().pem();
        head["signature"] = base64(key->sign(signed_bytes(bytes)));
    }
    auto plain = with_size(json_text(head, -1)) + bytes;
    OrderedJson data{{"format", format_name},
                     {"version", newest_version},
                     {"rounds", nullptr},
                     {"salt", nullptr},
                     {"nonce", nullptr}};
    if (passphrase) {
        plain.resize(padded_size(plain.size()));
        const auto sealed = seal(plain, *passphrase);
        data["rounds"] = sealed.rounds;
        data["salt"] = base64(sealed.salt);
        data["nonce"] = base64(sealed.nonce);
        plain = sealed.bytes;
    }
    data["data"] = base64(plain);
    return json_text(data, -1);
}

bool is_patient_file(std::string_view html) {
    return html.find(element_begins) != std::string_view::npos;
}

PatientFileData::PatientFileData(std::string_view html, const std::string& name) : name_(name) {
    if (html.size() > most_patient_file_bytes) {
        throw schema::refused(name,
                              fmt::format("has more than {} MB", most_patient_file_bytes >> 20U),
                              "ask the clinic for a smaller one")
            .as("patient_file_large");
    }
    const auto json = object_in(element_of(html), name);
    if (text_member(json, "format", name) != format_name) {
        throw damaged(name);
    }
    const auto version = json.find("version");
    if (version == json.end() || *version != newest_version) {
        throw schema::refused(
            name, "was made by a later version of Needlebook", "bring this program up to date")
            .as("patient_file_later");
    }
    const auto decoded = [&](const char* member) {
        auto bytes = from_base64(text_member(json, member, name));
        if (!bytes) {
            throw damaged(name);
        }
        return std::move(*bytes);
    };
    const auto rounds = json.find("rounds");
    if (rounds != json.end() && !rounds->is_null()) {
        if (!rounds->is_number_unsigned() || *rounds < 1 || *rounds > most_sealing_rounds) {
            throw damaged(name);
        }
        rounds_ = rounds->get<unsigned>();
        salt_ = decoded("salt");
        nonce_ = decoded("nonce");
    }
    data_ = decoded("data");
}

PatientFileData::Opened PatientFileData::open(const std::optional<std::string>& passphrase) const {
    std::optional<std::string> unsealed;
    if (is_sealed()) {
        if (!passphrase) {
            throw schema::refused(name_,
                                  "opens with a passphrase",
                                  "give the one that the patient has, with --passphrase-stdin")
                .as("patient_file_sealed");
        }
        unsealed = unseal({rounds_, salt_, nonce_, data_}, *passphrase);
        if (!unsealed) {
            throw schema::refused(
                name_,
                "is not opened by this passphrase, or was changed",
                "type the passphrase again; ask for the file again if it stays so")
                .as("patient_file_passphrase");
        }
    }
    std::string_view bytes = unsealed ? *unsealed : data_;
    const auto head_text = take_sized(bytes);
    if (!head_text) {
        throw damaged(name_);
    }
    const auto head = object_in(*head_text, name_);
    const auto size = head.find("content");
    if (size == head.end() || !size->is_number_unsigned() ||
        size->get<std::uint64_t>() > bytes.size()) {
        throw damaged(name_);
    }
    bytes = bytes.substr(0, size->get<std::size_t>());
    Opened opened;
    if (const auto pem = head.find("key"); pem != head.end() && !pem->is_null()) {
        const auto key = db::PublicKey::read(text_member(head, "key", name_), name_);
        const auto signature = from_base64(text_member(head, "signature", name_));
        if (!signature || !key.verifies(signed_bytes(bytes), *signature)) {
            throw schema::refused(name_,
                                  "was changed after the clinic made it: its signature is not of "
                                  "these data",
                                  "ask the clinic for the file again")
                .as("patient_file_changed");
        }
        opened.signed_by = key.fingerprint();
    }
    opened.content = content_in(bytes, name_);
    return opened;
}

}  // namespace exchange
