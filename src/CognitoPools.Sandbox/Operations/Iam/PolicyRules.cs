using CognitoPools.Roles;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>What IAM asks of a policy document before it stores it.</summary>
internal static class PolicyRules
{
    private static readonly string[] TrustActions = ["sts:*", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"];

    /// <summary>White space does not count towards the size limits.</summary>
    public static int Size(string document) => RolePolicyDocument.CountedLength(document);

    /// <exception cref="ServiceError">The document is not a trust policy that IAM would store.</exception>
    public static void CheckTrust(string document)
    {
        // The parser also takes IAM's percent-encoded answers; IAM itself takes JSON only.
        Refuse(!document.TrimStart().StartsWith("{", StringComparison.Ordinal), "This policy contains invalid Json");
        var policy = Parsed(() => TrustPolicy.Parse(document));
        foreach (var statement in policy.Statements)
        {
            Refuse(statement.UnknownElements.Count > 0, $"Has prohibited field {statement.UnknownElements.FirstOrDefault()}");
            Refuse(
                !statement.Actions.Concat(statement.NotActions).All(IsTrustAction),
                "AssumeRole policy may only specify STS AssumeRole actions.");
        }

        var open = policy.CognitoStatementsWithoutAudience();
        Refuse(
            open.Count > 0,
            $"{open.FirstOrDefault()?.Label} trusts Amazon Cognito without a condition on the audience (aud): the "
                + $"trust policy must name the identity pools that may use the role.");
    }

    /// <exception cref="ServiceError">The document is not a permissions policy that IAM would store.</exception>
    public static void CheckPermissions(string document)
    {
        Refuse(!document.TrimStart().StartsWith("{", StringComparison.Ordinal), "This policy contains invalid Json");
        Parsed(() => RolePolicyDocument.Parse(document));
    }

    private static bool IsTrustAction(string action) =>
        action.StartsWith("sts:AssumeRole", StringComparison.OrdinalIgnoreCase)
            || TrustActions.Contains(action, StringComparer.OrdinalIgnoreCase);

    private static T Parsed<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (FormatException exception)
        {
            throw Malformed($"Syntax errors in policy. ({exception.Message})");
        }
    }

    private static void Refuse(bool isWrong, string message)
    {
        if (isWrong)
            throw Malformed(message);
    }

    private static ServiceError Malformed(string message) => new("MalformedPolicyDocument", message);
}
