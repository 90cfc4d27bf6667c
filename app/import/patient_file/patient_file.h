#pragma once
// What a patient's file (app/report/patient_file.h) holds, and how: one HTML file whose data stand
// in <script type="application/json" data-patient-file>. Their JSON is
//
//     {"format":"needlebook patient file","version":1,"rounds":N|null,"salt":…,"nonce":…,"data":…}
//
// with base64 in the last three; without a passphrase rounds, salt and nonce are null. `data`,
// opened (sealing.h), is
//
//     size of the head (4 bytes, big end first) · head · content · zeros
//
// The head is {"content":bytes,"key":PEM|null,"signature":base64 of DER|null}; the content is the
// size of its JSON (4 bytes) · that JSON · the pictures that its "pictures" list, each "bytes"
// long. The zeros bring what is under a passphrase to one of few sizes. Signed are "needlebook
// patient file v1", a zero byte and the content: ECDSA over P-256 with SHA-256
// (db/key/signing_key.h).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/json/json_value.h"
#include "db/key/signing_key.h"

namespace exchange {

inline constexpr std::size_t most_patient_file_bytes = 64 * 1024 * 1024;

struct PatientFileContent {
    OrderedJson json;
    std::vector<std::string> pictures{};  // as json["pictures"] lists them
};

// The JSON of the element. Throws as seal.
std::string patient_file_data(const PatientFileContent& content,
                              const std::optional<db::SigningKey>& key,
                              const std::optional<std::string>& passphrase);

// To which size so many bytes are brought: one of Padmé's (Nikitin et al., "Reducing Metadata
// Leakage from Encrypted Files and Communication with PURBs", 2019), at most 12 % more; 256 KiB at
// the least.
std::size_t padded_size(std::size_t bytes);

// Whether the bytes of a file hold the element at all.
bool is_patient_file(std::string_view html);

// The element of a file. Throws schema::Error (refused), of `name`: not one, of a later version,
// damaged, too large.
class PatientFileData {
  public:
    PatientFileData(std::string_view html, const std::string& name);

    bool is_sealed() const { return rounds_ > 0; }

    struct Opened {
        PatientFileContent content;
        // By whom it is signed: the fingerprint of the key that stands in the file, which says
        // nothing of whose key it is. Nothing where nobody signed.
        std::optional<std::string> signed_by{};
    };
    // Throws schema::Error (refused): another passphrase or none, a signature that is not of this
    // content, what is not as `patient_file_data` wrote it.
    Opened open(const std::optional<std::string>& passphrase) const;

  private:
    std::string name_;
    unsigned rounds_ = 0;
    std::string salt_;
    std::string nonce_;
    std::string data_;
};

}  // namespace exchange
