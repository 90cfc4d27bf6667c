#include "app/server/tls/own_certificate.h"

#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "app/server/tls/authority.h"
#include "db/file/book_files.h"
#include "db/file/private_file.h"
#include "db/key/key_files.h"
#include "db/key/sealed_key.h"
#include "db/key/signing_key.h"
#include "schema/types/error.h"

namespace server {

namespace {

namespace fs = std::filesystem;
using std::chrono::sys_seconds;

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    if (!stream || !(bytes << stream.rdbuf())) {
        return "";
    }
    return std::move(bytes).str();
}

std::optional<Certificate> certificate_in(const fs::path& file) {
    const db::Wiped text(content_of(file));
    if (text.view().empty()) {
        return std::nullopt;
    }
    return read_certificates(text.view(), file.string()).front();
}

void make_folder(const fs::path& file) {
    if (auto problem = db::keys_folder_problem()) {
        throw schema::Error(schema::Fault::unavailable, {std::move(*problem)});
    }
    db::make_folders_of(file);
    struct stat found {};
    const auto folder = file.parent_path();
    if (::stat(folder.c_str(), &found) == 0 && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw schema::refused(
            folder.string(),
            "is open to others on this machine, and a private key is to lie there",
            fmt::format("chmod 700 {}", folder.string()));
    }
}

void put(const fs::path& file, std::string_view text, db::PrivateFile::Over over) {
    db::PrivateFile out(file, over);
    out.write(text);
    out.close();
}

// In one file, so that nobody ever finds the one without the other.
void put_certificate(const Leaf& leaf, const Certificate& authority) {
    const db::Wiped all(std::string(leaf.key.view()) + leaf.certificate + authority.pem);
    put(own_certificate_files().server, all.view(), db::PrivateFile::Over::itself);
}

db::SigningKey opened(const AuthorityKey& key) {
    const auto text = content_of(key.file);
    if (text.empty()) {
        throw schema::refused(key.file.string(),
                              "cannot be read: the authority's key is not here",
                              "bring the medium that it is kept on, and name the file: --ca-key "
                              "FILE");
    }
    return db::SigningKey::unsealed(text, key.passphrase, key.file.string());
}

}  // namespace

OwnCertificateFiles own_certificate_files() {
    const auto folder = db::keys_folder() / "tls";
    return {.authority = folder / "authority.pem",
            .authority_key = folder / "authority-key.pem",
            .server = folder / "server.pem"};
}

void make_own_certificate(const std::string& clinic,
                          const std::vector<std::string>& names,
                          const AuthorityKey& key,
                          bool anew,
                          sys_seconds now) {
    const auto files = own_certificate_files();
    db::refuse_short_passphrase(key.passphrase);
    if (own_authority() && !anew) {
        throw schema::refused(files.authority.string(),
                              "is there already: the clinic has an authority, which its devices "
                              "know",
                              "renew the certificate of this machine; or make all anew with "
                              "--anew, and tell every device again",
                              "needlebook certificate renew");
    }
    make_folder(files.authority);
    const auto signing = db::SigningKey::made();
    const auto text = authority_certificate(signing, clinic, names, now);
    const auto authority = read_certificates(text, "the authority").front();
    const auto leaf = issue(signing, authority, names, now);
    const bool is_elsewhere = key.file != files.authority_key;
    put(key.file,
        signing.sealed(key.passphrase),
        anew && !is_elsewhere ? db::PrivateFile::Over::itself : db::PrivateFile::Over::nothing);
    if (anew && is_elsewhere) {
        db::remove_if_there(files.authority_key);  // of the authority before
    }
    put(files.authority, authority.pem, db::PrivateFile::Over::itself);
    put_certificate(leaf, authority);
}

void renew_own_certificate(std::vector<std::string> names,
                           const AuthorityKey& key,
                           sys_seconds now) {
    const auto authority = own_authority();
    if (!authority) {
        throw schema::refused(own_certificate_files().authority.string(),
                              "is not there: the clinic has no authority of its own",
                              "make one",
                              "needlebook certificate make --name ADDRESS");
    }
    if (names.empty()) {
        const auto before = own_certificate();
        names = before ? before->names : std::vector<std::string>();
    }
    const auto signing = opened(key);
    put_certificate(issue(signing, *authority, checked_names(names), now), *authority);
}

std::optional<Certificate> own_authority() {
    return certificate_in(own_certificate_files().authority);
}

std::optional<Certificate> own_certificate() {
    return certificate_in(own_certificate_files().server);
}

}  // namespace server
