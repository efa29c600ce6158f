using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>The action that AWS refused, as its message names it, or otherwise that of the call.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html</remarks>
public static class DeniedAction
{
    private const string ActionsKey = "CognitoPools.RequiredActions";

    private static readonly Regex Named = new(
        @"not authorized to perform:? (?<action>[a-z0-9-]+:[A-Za-z0-9*]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The action, such as <c>iam:GetRole</c>; null if the message does not name one.</summary>
    /// <param name="message">The message of the refusal.</param>
    internal static string? Of(string message) => Named.Match(message) is { Success: true } found ? found.Groups["action"].Value : null;

    /// <summary>The action that the caller lacks. If the message does not name one, the actions of the call, at least
    /// one of which is missing. Empty if the refusal is not about a permission of the caller, for example a sign-in
    /// that a pool refuses.</summary>
    /// <param name="refusal">The exception of the call.</param>
    public static IReadOnlyList<string> Of(Exception refusal)
    {
        if (!AwsErrors.IsNotAuthorized(refusal))
            return [];
        var noted = Noted(refusal);
        if (noted is { Length: 0 })
            return [];
        if (Of(refusal.Message) is { } named)
            return [named];
        // The service also uses NotAuthorizedException to refuse tokens and identities.
        return AwsErrors.IsAccessDenied(refusal) ? noted ?? [] : [];
    }

    /// <summary>Adds the required actions of the call to a refusal. Always false, so that it can be used in an
    /// exception filter.</summary>
    internal static bool Note(AmazonServiceException refusal, string service, string operation)
    {
        refusal.Data[ActionsKey] = RequiredActions.Of(service, operation).ToArray();
        return false;
    }

    private static string[]? Noted(Exception refusal)
    {
        for (var part = refusal; part is not null; part = part.InnerException)
        {
            if (part.Data[ActionsKey] is string[] actions)
                return actions;
        }
        return null;
    }
}
