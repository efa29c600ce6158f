namespace CognitoPools.Module.Tests.Bound;

/// <summary>The pairs of parameters of which one has no effect beside the other, each with the reason.</summary>
internal static class IgnoredParameters
{
    private static readonly (string Scene, string One, string Other, string Reason)[] Listed =
    [
        ("*", "Force", "*", "answers questions, which the tests do not ask"),
        ("*", "AsPlan", "PassThru", "what was changed cannot be written while nothing is changed, as with -WhatIf"),
        ("*", "AsPlan", "*", "a plan does what the call without -AsPlan does, and its text does not show every setting"),
        ("New-CognitoIdentityPool", "UseExisting", "*", "creates the pool, as without it, when none has the name"),
        ("New-CognitoIdentityPool", "NoRole", "AuthenticatedRole", "without guest access there is no other role to create"),
        ("New-CognitoIdentityPool", "NoRole", "AuthenticatedRoleName", "without guest access there is no other role to create"),
        ("New-CognitoIdentityPool", "NoRole", "AuthenticatedPermissionsPolicy", "without guest access there is no other role to create"),
        ("Import-CognitoIdentityPool", "Prune", "Name", "a pool that is to be made has nothing to remove"),
        ("Set-PoolIdentityProvider", "RepairTrust", "Rule", "the role trusts the pool; another scene has one that does not"),
        ("Set-PoolIdentityProvider", "RepairTrust", "AddRule", "the role trusts the pool; another scene has one that does not"),
        ("Add-PoolIdentityProvider", "RepairTrust", "Rule", "the role trusts the pool; another scene has one that does not"),
        ("Resolve-PoolRole without a provider", "CheckTrust", "Provider", "the token is another provider's and gets no role to check"),
        ("Get-PoolIdentity", "Authenticated", "Provider", "an identity with a login is an authenticated one"),
        ("Measure-PoolIdentity", "Authenticated", "Provider", "an identity with a login is an authenticated one"),
        ("Test-CognitoIdentityPool", "Account", "Id", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "UserPool", "Id", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "Measurement", "Id", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "ExcludeId", "Severity", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "SuppressionPath", "ExcludeId", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "ExcludeId", "Quiet", "something else is found, too, so that the answer is false"),
        ("Test-CognitoIdentityPool", "Measurement", "ExcludeId", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "UserPool", "Severity", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "Measurement", "Severity", "the one chooses findings that the other does not touch"),
        ("Test-CognitoIdentityPool", "SuppressionPath", "Quiet", "something else is found, too, so that the answer is false"),
        ("Test-CognitoIdentityPool", "UserPool", "Quiet", "something else is found, too, so that the answer is false"),
        ("Test-CognitoIdentityPool", "Measurement", "Quiet", "something else is found, too, so that the answer is false"),
        ("Test-CognitoIdentityPool", "UserPool", "Tag", "the facts are about a pool without the tag"),
        ("Test-CognitoIdentityPool", "Measurement", "Tag", "the measurement is of a pool without the tag"),
        ("Test-CognitoIdentityPool", "All", "Id", "the check finds something in every pool"),
        ("Test-CognitoIdentityPool", "SuppressionPath", "Severity", "the one chooses findings that the other does not touch"),
        ("Export-PoolReport", "SuppressionPath", "Severity", "the one chooses findings that the other does not touch"),
        ("Export-PoolReport", "UserPool", "Tag", "the facts are about a pool without the tag"),
        ("Export-PoolReport", "Account", "Id", "the one chooses findings that the other does not touch"),
        ("Export-PoolReport", "UserPool", "Id", "the one chooses findings that the other does not touch"),
        ("Export-PoolReport", "ExcludeId", "Severity", "the one chooses findings that the other does not touch"),
        ("Export-PoolReport", "SuppressionPath", "ExcludeId", "the one chooses findings that the other does not touch"),
        ("Export-PoolReport", "UserPool", "Severity", "the one chooses findings that the other does not touch"),
    ];

    public static bool IsListed(Scene scene, string one, string other) => Array.Exists(Listed, entry =>
        entry.Scene is "*" || entry.Scene == scene.Name
            ? (Fits(entry.One, one) && Fits(entry.Other, other)) || (Fits(entry.One, other) && Fits(entry.Other, one))
            : false);

    private static bool Fits(string listed, string parameter) => listed == "*" || listed == parameter;
}
