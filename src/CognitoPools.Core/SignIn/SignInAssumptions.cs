namespace CognitoPools.SignIn;

/// <summary>The interpretations of points that the service's documentation leaves open. Each result lists those that it
/// depends on.</summary>
public static class SignInAssumptions
{
    /// <summary>Case.</summary>
    internal const string CaseSensitive = "Rules are case-sensitive.";

    /// <summary>Lists in rules.</summary>
    internal const string ListClaim =
        "A claim with several values matches a rule if one of them does. NotEqual matches if none of them is the value.";

    /// <summary>Numbers and booleans in rules.</summary>
    internal const string ScalarClaim = "A number or boolean is compared as its JSON text.";

    /// <summary>Objects in rules.</summary>
    internal const string ComplexClaim = "A claim that is an object does not match any rule.";

    /// <summary>A custom role with rules.</summary>
    internal const string CustomRoleWithRules = "With a custom role, only the rules with this role are evaluated.";

    /// <summary>A custom role without any role mapping.</summary>
    internal const string CustomRoleWithoutMapping =
        "If the provider has the role setting Default, a custom role is refused unless it is the authenticated role.";

    /// <summary>A token that names no role.</summary>
    internal const string TokenWithoutRoles =
        "A token without cognito:preferred_role and cognito:roles is handled like a token with several roles.";

    /// <summary>A token that names one role.</summary>
    internal const string OnlyRoleOfToken =
        "For a token with one role in cognito:roles and no cognito:preferred_role, the user gets that role.";

    /// <summary>A preferred role that is not listed.</summary>
    internal const string PreferredRoleUnlisted =
        "The role in cognito:preferred_role is used even if cognito:roles does not list it.";

    /// <summary>Several logins.</summary>
    internal const string SeveralLogins =
        "With several logins, those with a role mapping determine the role. If they result in different roles, the sign-in is denied.";

    /// <summary>A missing role resolution.</summary>
    internal const string MissingResolution = "A role mapping without a role resolution is handled like Deny.";

    /// <summary>Tags of lists and objects.</summary>
    internal const string TagOfSeveralValues = "A claim that is an object or has several values does not become a principal tag.";

    /// <summary>Default tags of SAML.</summary>
    internal const string SamlDefaultTags =
        "The default mapping of a SAML provider uses the name identifier as client and the name as username.";

    /// <summary>Tags of several providers.</summary>
    internal const string TagsOfSeveralLogins =
        "With several logins, the principal tags of all of them are set. If two have the same key, the tag of the first login is used.";

    /// <summary>Tags that STS may not accept.</summary>
    internal const string TagOutsideSts =
        "A principal tag with characters or a length that STS does not allow is set unchanged. STS may refuse the session.";

    /// <summary>Audiences that were not read.</summary>
    internal const string OpenIdConnectAudience =
        "The audience of an OpenID Connect token is assumed to be one that IAM has for the provider.";

    /// <summary>Every assumption.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CaseSensitive,
        ListClaim,
        ScalarClaim,
        ComplexClaim,
        CustomRoleWithRules,
        CustomRoleWithoutMapping,
        TokenWithoutRoles,
        OnlyRoleOfToken,
        PreferredRoleUnlisted,
        SeveralLogins, MissingResolution, TagOfSeveralValues, SamlDefaultTags, TagsOfSeveralLogins,
        TagOutsideSts, OpenIdConnectAudience,
    ];
}
