using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>The action that AWS refused, as its message names it, or else that of the call.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html</remarks>
public static class DeniedAction
{
    private const string ActionsKey = "CognitoPools.RequiredActions";

    private static readonly Regex Named = new(
        @"not authorized to perform:? (?<action>[a-z0-9-]+:[A-Za-z0-9*]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The action, such as <c>iam:GetRole</c>; null when the message names none.</summary>
    /// <param name="message">The message of the refusal.</param>
    internal static string? Of(string message) => Named.Match(message) is { Success: true } found ? found.Groups["action"].Value : null;

    /// <summary>The action that the caller lacks. When the message names none, those of the call, of which one or more are
    /// missing. Empty when the refusal is not about a permission of the caller: a sign-in that a pool refuses, for example.</summary>
    /// <param name="refusal">What the call threw.</param>
    public static IReadOnlyList<string> Of(Exception refusal)
    {
        if (!AwsErrors.IsNotAuthorized(refusal))
            return [];
        var noted = Noted(refusal);
        if (noted is { Length: 0 })
            return [];
        if (Of(refusal.Message) is { } named)
            return [named];
        // With NotAuthorizedException the service also refuses tokens and identities.
        return AwsErrors.IsAccessDenied(refusal) ? noted ?? [] : [];
    }

    /// <summary>Notes on a refusal which actions its call needs. Never true, so that a filter of exceptions can call it.</summary>
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
