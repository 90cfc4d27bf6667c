#pragma once
// The clinic's own authority and the certificate of this machine, in a folder beside the clinic's
// keys (db/key/key_files.h): away from the book, for nobody else's eyes, in no backup.

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/server/tls/certificate.h"
#include "app/server/tls/served_certificate.h"

namespace server {

struct OwnCertificateFiles {
    std::filesystem::path authority;      // its certificate: what every device is told once
    std::filesystem::path authority_key;  // under a passphrase, where it is not kept elsewhere
    std::filesystem::path server;         // certificate and key of this machine
};

// Whether there are such files or not. Throws as db::keys_folder.
OwnCertificateFiles own_certificate_files();

// What opens the authority's key.
struct AuthorityKey {
    std::filesystem::path file;
    std::string passphrase;
};

// Makes an authority that can sign for these names and nothing else, and a certificate of them. Its
// key is written into key.file under the passphrase. Throws schema::Error (refused): there is an
// authority and not `anew`; the key's file is there; a short passphrase; others may read the
// folder.
void make_own_certificate(const std::string& clinic,
                          const std::vector<std::string>& names,
                          const AuthorityKey& key,
                          bool anew,
                          std::chrono::sys_seconds now);

// Makes another certificate of this machine, for these names, or for those of the one before.
// Throws schema::Error (refused): there is no authority, the passphrase is wrong, or as `issue`.
void renew_own_certificate(std::vector<std::string> names,
                           const AuthorityKey& key,
                           std::chrono::sys_seconds now);

// The authority's certificate; nothing if there is none. Throws schema::Error (refused) for a file
// that holds something else.
std::optional<Certificate> own_authority();
// That of this machine, as it lies there.
std::optional<Certificate> own_certificate();

}  // namespace server
