#pragma once
// What a request about who is signed in shows of itself, and what it is told where that is not
// right.

#include <string>
#include <string_view>

#include "app/access/sign_in.h"
#include "app/access/turn.h"
#include "app/server/routes/call.h"
#include "app/server/routes/reads.h"

namespace server {

// Throws Refused (409).
void refuse_without_accounts(const SignInRequest& call);

// The token of the device that asks. Throws Refused where there is none.
std::string need_token(const SignInRequest& call);

// Whose turn it is there. Throws Refused (401) where nobody is signed in.
access_control::Person need_person(const SignInRequest& call, const std::string& token);

// What the request brings to prove that it is of this name; `password` is the member with it.
access_control::Credentials credentials(const SignInRequest& call,
                                        std::string name,
                                        std::string_view password);

// Logs who came, went or was refused.
void note(const SignInRequest& call,
          AccessAct act,
          const std::optional<schema::Account>& account,
          std::optional<schema::Id<schema::SignInDevice>> device = {});

// Throws Refused unless all was right, and logs it. Whether the name or the password was wrong,
// nobody is told.
void refuse_unless_passed(const SignInRequest& call,
                          const std::string& name,
                          const access_control::Checked& checked);

// The person whose turn it is, who has just shown by their password, and a code where the account
// asks for one, that it is them. Throws Refused.
access_control::Person need_proved_person(const SignInRequest& call);

}  // namespace server
