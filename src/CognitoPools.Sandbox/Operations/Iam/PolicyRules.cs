using System.Text.Json;
using CognitoPools.Roles;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>What IAM asks of a policy document before it stores it.</summary>
internal static class PolicyRules
{
    private static readonly string[] TrustActions = ["sts:*", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"];

    /// <summary>White space does not count towards the size limits.</summary>
    public static int Size(string document) => RolePolicyDocument.CountedLength(document);

    /// <exception cref="ServiceError">The document is not a trust policy that IAM would store.</exception>
    public static void CheckTrust(string document, IamStore iam)
    {
        // The parser also takes IAM's percent-encoded answers; IAM itself takes JSON only.
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

    /// <exception cref="ServiceError">The document is not a permissions policy that IAM would store.</exception>
    public static void CheckPermissions(string document)
    {
        Refuse(!document.TrimStart().StartsWith("{", StringComparison.Ordinal), "This policy contains invalid Json");
        Refuse(PolicyHead.Refusal(document, "Statement IDs (SID) in a single policy must be unique."));
        Parsed(() => RolePolicyDocument.Parse(document));
    }

    // Permissions policies have the same operators, and their parser refuses the others.
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
