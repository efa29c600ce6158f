using System.Text;
using CognitoPools.Account;

namespace CognitoPools.SignIn;

/// <summary>The code with which an app gets credentials from an identity pool.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/getting-credentials.html</remarks>
public static class ClientConfiguration
{
    /// <summary>Creates the code.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="platform">The platform of the app.</param>
    public static string For(IdentityPool pool, ClientPlatform platform)
    {
        // Users of the developer provider sign in with a token of the back end, under a separate key.
        var logins = pool.Providers.Select(provider => provider.Type == ProviderType.Developer
            ? AwsPartition.FromRegion(pool.Region).DeveloperLoginKey
            : provider.LoginKey).Distinct(StringComparer.Ordinal).ToList();
        return platform switch
        {
            ClientPlatform.JavaScript => JavaScript(pool, logins),
            ClientPlatform.Amplify => Amplify(pool),
            ClientPlatform.Android => Android(pool, logins),
            ClientPlatform.iOS => IOS(pool, logins),
            _ => DotNet(pool, logins),
        };
    }

    private static string JavaScript(IdentityPool pool, List<string> logins) => Lines(
        "// npm install @aws-sdk/credential-providers",
        "import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';",
        "",
        "const credentials = fromCognitoIdentityPool({",
        $"  clientConfig: {{ region: '{pool.Region}' }},",
        $"  identityPoolId: '{pool.IdentityPoolId}',",
        Logins(logins, "  logins: {", login => $"    '{login}': idToken,", "  },", pool.GuestAccess, "  // "),
        "});");

    private static string Amplify(IdentityPool pool)
    {
        var userPool = pool.Providers.FirstOrDefault(provider => provider.Type == ProviderType.CognitoUserPool);
        return Lines(
            "// npm install aws-amplify",
            "import { Amplify } from 'aws-amplify';",
            "",
            "Amplify.configure({",
            "  Auth: {",
            "    Cognito: {",
            $"      identityPoolId: '{pool.IdentityPoolId}',",
            $"      allowGuestAccess: {(pool.GuestAccess ? "true" : "false")},",
            userPool is null ? null : $"      userPoolId: '{userPool.Name.Substring(userPool.Name.LastIndexOf('/') + 1)}',",
            userPool is null ? null : $"      userPoolClientId: '{userPool.ClientId}',",
            "    },",
            "  },",
            "});");
    }

    private static string Android(IdentityPool pool, List<string> logins) => Lines(
        "// implementation(\"aws.sdk.kotlin:cognitoidentity:1.+\")",
        "import aws.sdk.kotlin.services.cognitoidentity.CognitoIdentityClient",
        "",
        $"val cognito = CognitoIdentityClient {{ region = \"{pool.Region}\" }}",
        logins.Count == 0
            ? "val signedIn: Map<String, String>? = null // a guest"
            : Logins(
                logins, $"val signedIn: Map<String, String>? = mapOf(",
                login => $"    \"{login}\" to idToken,", ")", pool.GuestAccess, "// "),
        "val identity = cognito.getId {",
        $"    identityPoolId = \"{pool.IdentityPoolId}\"",
        "    logins = signedIn",
        "}.identityId",
        "val credentials = cognito.getCredentialsForIdentity {",
        "    identityId = identity",
        "    logins = signedIn",
        "}.credentials");

    private static string IOS(IdentityPool pool, List<string> logins) => Lines(
        "// Package: https://github.com/awslabs/aws-sdk-swift, product AWSSDKIdentity",
        "import AWSSDKIdentity",
        "",
        "let credentials = try CognitoAWSCredentialIdentityResolver(",
        $"    identityPoolId: \"{pool.IdentityPoolId}\",",
        Logins(logins, "    logins: [", login => $"        \"{login}\": idToken,", "    ],", pool.GuestAccess, "    // "),
        $"    identityPoolRegion: \"{pool.Region}\"",
        ")");

    private static string DotNet(IdentityPool pool, List<string> logins) => Lines(
        "// dotnet add package AWSSDK.CognitoIdentity",
        "using Amazon;",
        "using Amazon.CognitoIdentity;",
        "",
        $"var credentials = new CognitoAWSCredentials(\"{pool.IdentityPoolId}\", "
            + $"RegionEndpoint.GetBySystemName(\"{pool.Region}\"));",
        logins.Count == 0
            ? null
            : string.Join(
                "\n",
                logins.Select((login, index) =>
                    $"{(index == 0 ? "" : "// or: ")}credentials.AddLogin(\"{login}\", "
                        + $"idToken);{(index == 0 && pool.GuestAccess ? " // omit it for a guest" : "")}")));

    // One login is enough; the others are written as comments.
    private static string? Logins(
        List<string> logins, string open, Func<string, string> line, string close, bool guests, string comment)
    {
        if (logins.Count == 0)
            return null;
        var others = logins.Skip(1).Select(login => $"{comment}or: {line(login).Trim().TrimEnd(',')}");
        return string.Join(
            "\n",
            [.. guests ? new[] { $"{comment}Omit the logins for a guest." } : [], .. others, open, line(logins[0]), close]);
    }

    private static string Lines(params string?[] lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (line is not null)
                text.Append(line).Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }
}
