using System.Text.Json;
using CognitoPools.Roles;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>IAM's rules for policy documents.</summary>
internal static class PolicyRules
{
    private static readonly string[] TrustActions = ["sts:*", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"];

    /// <summary>The size of a document for the limits, which do not count white space.</summary>
    public static int Size(string document) => RolePolicyDocument.CountedLength(document);

    /// <exception cref="ServiceError">The document is not a trust policy that IAM accepts.</exception>
    public static void CheckTrust(string document, IamStore iam)
    {
        // The parser also accepts IAM's percent-encoded answers, but IAM accepts only JSON.
        Refuse(!document.TrimStart().StartsWith("{", StringComparison.Ordinal), "This policy contains invalid Json");
        Refuse(PolicyHead.Refusal(document, "The Statement Ids in the policy are not unique"));
        var policy = Parsed(() => TrustPolicy.Parse(document));
        foreach (var statement in policy.Statements)
        {
            CheckConditions(statement);
            foreach (var principal in statement.Principals.Concat(statement.NotPrincipals))
                Refuse(PrincipalRules.Refusal(principal, iam));
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

    /// <exception cref="ServiceError">The document is not a permissions policy that IAM accepts.</exception>
    public static void CheckPermissions(string document)
    {
        Refuse(!document.TrimStart().StartsWith("{", StringComparison.Ordinal), "This policy contains invalid Json");
        Refuse(PolicyHead.Refusal(document, "Statement IDs (SID) in a single policy must be unique."));
        Parsed(() => RolePolicyDocument.Parse(document));
    }

    // Permissions policies have the same operators. Their parser refuses any other.
    private static void CheckConditions(TrustStatement statement)
    {
        using var parsed = JsonDocument.Parse(statement.ToJson());
        if (!parsed.RootElement.TryGetProperty("Condition", out var condition))
            return;
        Parsed(() => RolePolicyDocument.Parse(
            $$$"""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{{condition.GetRawText()}}}}}"""));
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

    private static void Refuse(string? refusal)
    {
        if (refusal is not null)
            throw Malformed(refusal);
    }

    private static void Refuse(bool isWrong, string message)
    {
        if (isWrong)
            throw Malformed(message);
    }

    private static ServiceError Malformed(string message) => new("MalformedPolicyDocument", message);
}
