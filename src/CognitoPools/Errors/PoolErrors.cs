using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Fleet;
using CognitoPools.Identities;
using CognitoPools.Pools.Plans.Reviewed;
using CognitoPools.Roles.Permissions;
using CognitoPools.SignIn;

namespace CognitoPools.Errors;

/// <summary>The catalogue: every error's id, category, message and cure.</summary>
internal static class PoolErrors
{
    /// <summary>The error record of whatever went wrong with a user's item.</summary>
    public static ErrorRecord From(Exception exception, object? target)
    {
        var entry = Entry(exception);
        return new PoolErrorRecord(
            WithoutSecret(
                exception is SignInException or UnreadRegionException && exception.InnerException is { } refusal
                    ? refusal
                    : exception),
            entry.Id, entry.Category, Target(target), Details(entry.Message, entry.Cure));
    }

    /// <summary>The error record of one identity that was not removed; the service's exception is kept as it is.</summary>
    public static ErrorRecord OfIdentity(string identityId, PoolIdentityRemovalStatus status, Exception exception)
    {
        var cause = Entry(exception);
        var (category, message, cure) = Text(
            status == PoolIdentityRemovalStatus.Unknown ? PoolErrorId.IdentityRemovalUnknown : PoolErrorId.IdentityNotRemoved,
            [identityId, cause.Message]);
        cure = cause.Cure.Length > 0 ? $"{cause.Cure} {cure}" : cure;
        return new PoolErrorRecord(
            WithoutSecret(exception),
            status == PoolIdentityRemovalStatus.Unknown
                ? nameof(PoolErrorId.IdentityRemovalUnknown)
                : nameof(PoolErrorId.IdentityNotRemoved),
            category,
            Target(identityId),
            Details(message, cure));
    }

    /// <summary>The message of an error that is told within another.</summary>
    public static string MessageOf(Exception exception) => Entry(exception).Message;

    private static PoolErrorDetails Details(string message, string cure) => new(ShownText.Of(message), ShownText.Of(cure));

    // The service's own exception is kept as it is, unless the service repeats a secret that was sent to it.
    private static Exception WithoutSecret(Exception exception)
    {
        for (var part = exception; part is not null; part = part.InnerException)
        {
            if (ShownText.HoldsSecret(part.Message))
                return new InvalidOperationException(ShownText.Of(exception.Message));
        }
        return exception;
    }

    // The target is the user's item, and is printed with the error. A token that was given for a name is not.
    private static object? Target(object? item) =>
        item is string text ? ShownText.Masked(text)
        : HoldsSecret(item) ? "(holds a secret and is not shown)"
        : item;

    private static bool HoldsSecret(object? item) => item switch
    {
        string text => ShownText.HoldsSecret(text),
        IDictionary table => table.Values.Cast<object?>().Any(HoldsSecret) || table.Keys.Cast<object?>().Any(HoldsSecret),
        IList list => list.Cast<object?>().Any(HoldsSecret),
        PSObject { BaseObject: PSCustomObject } custom =>
            custom.Properties.Any(property => property.Value is string text && ShownText.HoldsSecret(text)),
        PSObject wrapped => HoldsSecret(wrapped.BaseObject),
        _ => false,
    };

    /// <summary>Whether no later record can do better.</summary>
    public static bool EndsThePipeline(Exception exception) => exception switch
    {
        AccountException or UnreadRegionException { Region: null } => true,
        PoolException own =>
            own.Id is PoolErrorId.ConfirmationNotPossible or PoolErrorId.NoAccountInRunspace or PoolErrorId.SecretKeyMissing,
        _ => false,
    };

    /// <summary>Message and cure of an error that the cmdlets found themselves.</summary>
    public static (ErrorCategory Category, string Message, string Cure) Text(PoolErrorId id, IReadOnlyList<string> values) => id switch
    {
        PoolErrorId.WildcardNotAllowed => (ErrorCategory.InvalidArgument,
            Say("'{0}' holds a wildcard, and this cmdlet works on exactly one identity pool.", values),
            Say("List first: Get-CognitoIdentityPool '{0}' | ...", values)),
        PoolErrorId.PoolNotFound => (ErrorCategory.ObjectNotFound,
            Say("There is no identity pool '{0}' in {1}.", values),
            Say(
                "{2} Names are case-sensitive. Get-CognitoIdentityPool lists the pools of a Region; -Region chooses "
                    + "another.",
                values).TrimStart()),
        PoolErrorId.PoolNameAmbiguous => (ErrorCategory.InvalidArgument,
            Say("Several identity pools are named '{0}': {1}.", values), "Name the pool by its id."),
        PoolErrorId.RegionMismatch => (ErrorCategory.InvalidArgument,
            Say("-Region {0} is not the Region of the identity pool {1}, which lives in {2}.", values),
            "Leave -Region out: an id carries its Region."),
        PoolErrorId.PoolNameTaken => (ErrorCategory.ResourceExists,
            Say("An identity pool named '{0}' is there already: {1}.", values),
            "-UseExisting brings it to what you said; -AllowDuplicate makes a second one of the same name."),
        PoolErrorId.NewNameTaken => (ErrorCategory.ResourceExists,
            Say("Another identity pool is named '{0}': {1}.", values),
            "Choose another name, or let two pools share it with -AllowDuplicate."),
        PoolErrorId.GuestRoleMissing => (ErrorCategory.InvalidArgument,
            Say("Identity pool {0} has no guest role, so guests would get no credentials.", values),
            "Add -CreateRole, or -Role with a role whose trust policy accepts the pool's guests."),
        PoolErrorId.ProviderConflict => (ErrorCategory.ResourceExists,
            Say("Identity pool {0} has the provider {1} already, with the application id '{2}' instead of '{3}'.", values),
            "Set-PoolIdentityProvider -ClientId changes the id; that cuts off the provider's present users."),
        PoolErrorId.ProviderNotFound => (ErrorCategory.ObjectNotFound,
            Say("Identity pool {0} has no provider '{1}'.", values),
            Say("{3} It has: {2}. A provider is named by its kind, its name or any of its keys.", values).TrimStart()),
        PoolErrorId.ProviderAmbiguous => (ErrorCategory.InvalidArgument,
            Say("Several providers of identity pool {0} fit '{1}'.", values), Say("Name one of them: {2}.", values)),
        PoolErrorId.ProviderMissing => (ErrorCategory.InvalidArgument,
            Say("Which provider of identity pool {0} is meant?", values),
            Say("Say -Provider and one of: {1}; or pipe what Get-PoolIdentityProvider gives.", values)),
        PoolErrorId.RoleNotSet => (ErrorCategory.InvalidOperation,
            Say("Identity pool {0} has no role for {1}.", values), "Set one with -Role, or have it made with -CreateRole."),
        PoolErrorId.RoleNotRemovable => (ErrorCategory.InvalidOperation,
            Say("IAM role '{0}' stays, because {1}.", values),
            values[1].EndsWith("uses it", StringComparison.Ordinal)
                ? "Set-PoolRole -None takes a default role from its pool, Set-PoolIdentityProvider -RemoveRule the role of a rule."
                : "Find-PoolRole shows whom it serves. If nobody needs it, delete it in IAM."),
        PoolErrorId.NotARole => (ErrorCategory.InvalidArgument,
            Say("This is {0}, not a role.", values),
            "Specify the name or the ARN of a role, or what Get-PoolRole, Find-PoolRole or New-PoolRole wrote."),
        PoolErrorId.NotAPlan => (ErrorCategory.InvalidArgument,
            Say("This is {0}, not a plan.", values),
            "Specify what -AsPlan wrote or the JSON of it; -Path specifies a file."),
        PoolErrorId.PlanOfOtherAccount => (ErrorCategory.InvalidOperation,
            Say("The plan for {0} was made in {1}, and this connection is to {2}.", values),
            "Connect to that account with Connect-PoolAccount, or specify -ProfileName or -Credential."),
        PoolErrorId.PlanSecretMissing => (ErrorCategory.InvalidArgument,
            Say("The plan for {0} sets the consumer secret of {1}, which a written plan does not contain.", values),
            Say("Specify it: -Value @{{ '{2}' = $secret }}.", values)),
        PoolErrorId.NoDeveloperProvider => (ErrorCategory.InvalidOperation,
            Say("Identity pool {0} has no developer provider.", values),
            Say(
                "Set one: Set-CognitoIdentityPool '{1}' -DeveloperProviderName login.example.com. It can never be "
                    + "changed or removed.",
                values)),
        PoolErrorId.ConfirmationNotPossible => (ErrorCategory.InvalidOperation,
            Say("{0} That has to be confirmed, and this host cannot ask.", values), "Add -Force, or -Confirm:$false."),
        PoolErrorId.ChangeDoneNotRead => (ErrorCategory.ReadError,
            Say("What you asked for is done, but reading identity pool {0} again failed: {1}", values),
            Say("Get-CognitoIdentityPool '{0}' shows it. Do not repeat the change.", values)),
        PoolErrorId.NoSandbox => (ErrorCategory.InvalidOperation,
            "There is no sandbox: this runspace is not connected to one.", "Connect-PoolAccount -Sandbox makes one."),
        PoolErrorId.NoAccountInRunspace => (ErrorCategory.AuthenticationError,
            "This runspace has no account of its own, and another runspace of this process is connected to a sandbox, so no "
                + "account of AWS is used.",
            "Specify -Connection; in ForEach-Object -Parallel and Start-ThreadJob it is -Connection $using:account, where "
                + "$account is what Connect-PoolAccount returned. To use an account of AWS, run Connect-PoolAccount in this "
                + "runspace."),
        PoolErrorId.SecretKeyMissing => (ErrorCategory.AuthenticationError,
            Say("The secret key of the access key {0} is missing: none was entered, or this host cannot ask for it.", values),
            "Specify a PSCredential whose user name is the access key id and whose password is the secret key."),
        PoolErrorId.PoolGivenForIdentity => (ErrorCategory.InvalidArgument,
            Say("'{0}' is an identity pool, not an identity.", values),
            Say(
                "To remove the pool's identities: Get-PoolIdentity '{0}' | Remove-PoolIdentity. To remove the pool: "
                    + "Remove-CognitoIdentityPool.",
                values)),
        PoolErrorId.NotAnIdentityPool => (ErrorCategory.InvalidArgument,
            Say("This is {0}, not {1}.", values),
            Say("{2} For the pool itself, specify its name or id.", values).TrimStart()),
        PoolErrorId.NotAnIdentity => (ErrorCategory.InvalidArgument,
            Say("This is {0}, not an identity.", values),
            Say("{1} For the identity itself, specify its id.", values).TrimStart()),
        PoolErrorId.InvalidPoolDocument => (ErrorCategory.InvalidData,
            Say("{0}, {1}: {2}", values), Say("{3}", values)),
        PoolErrorId.NotAPoolDocument => (ErrorCategory.InvalidArgument,
            Say("This is {0}, not a pool document.", values),
            "Specify the path of a file, the text of a document, or what Export-CognitoIdentityPool wrote."),
        PoolErrorId.RoleNotRead => (ErrorCategory.PermissionDenied,
            Say("Not all roles of identity pool {0} could be read, so {1}. {2}", values),
            Say("Give the caller iam:GetRole, iam:ListRoles, iam:ListRolePolicies, iam:GetRolePolicy and iam:ListAttachedRolePolicies{3}.", values)),
        PoolErrorId.FileNotRead => (ErrorCategory.ReadError,
            Say("The file '{0}' could not be read: {1}", values), "Specify the path of a file, absolute or from the current folder."),
        PoolErrorId.FileNotWritten => (ErrorCategory.WriteError,
            Say("The file '{0}' could not be written: {1}", values), Say("{2}", values)),
        PoolErrorId.IdentityNotRemoved => (ErrorCategory.WriteError,
            Say("Identity '{0}' was not removed: {1}", values), "Run the same command again; it goes on where this one ended."),
        PoolErrorId.IdentityRemovalUnknown => (ErrorCategory.WriteError,
            Say("Whether identity '{0}' was removed is unknown: {1}", values),
            "Run the same command again; removing it twice does no harm."),
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };

    private static CatalogueEntry Entry(Exception exception) => exception switch
    {
        PoolException own => Own(own),
        InvalidSettingException invalid =>
            new($"Invalid{invalid.Setting}", ErrorCategory.InvalidArgument, invalid.Cause, invalid.Remedy),
        AccountException account =>
            new(
                account.Reason.ToString(),
                account.Reason == AccountFault.NoCredentials ? ErrorCategory.AuthenticationError : ErrorCategory.InvalidArgument,
                account.Message,
                ""),
        UnreadablePartException unreadable =>
            new(
                "PoolPartUnreadable",
                ErrorCategory.PermissionDenied,
                $"{unreadable.Message} The command needs them, so nothing was changed.",
                $"Give the caller the permission {unreadable.Part.Permission}."),
        UnreadablePermissionsException permissions =>
            new(
                "RolePermissionsUnreadable",
                permissions.Permission is null ? ErrorCategory.InvalidData : ErrorCategory.PermissionDenied,
                permissions.Message,
                permissions.Permission is { } lacking
                    ? $"Give the caller the permission {lacking}."
                    : "Correct the policy. Get-PoolRole -IncludePolicy shows the documents."),
        UnreadRegionException { InnerException: { } cause } unread => OfRegion(unread.Region, Entry(cause)),
        PlanOutdatedException outdated =>
            new(
                "PlanOutdated", ErrorCategory.InvalidOperation, $"{outdated.Message} Nothing was changed.",
                "Make the plan again with -AsPlan, and review it."),
        PlanFailedException plan => Plan(plan),
        OutcomeException { IsKnown: true } done =>
            new("ChangeDone", Entry(done.InnerException!).Category, done.Message, done.Cure),
        OutcomeException unknown =>
            new("ChangeUnknown", Entry(unknown.InnerException!).Category, unknown.Message, unknown.Cure),
        SignInException refused => new(refused.Id, SignInCategory(refused), refused.Explanation, refused.Cure),
        UnprocessedIdentityException unprocessed =>
            new(
                unprocessed.ErrorCode,
                ErrorCategory.WriteError,
                unprocessed.Message,
                unprocessed.ErrorCode == "AccessDenied"
                    ? "The caller needs the permission cognito-identity:DeleteIdentities for the identity: "
                        + "about_CognitoPools_Permissions has a policy."
                    : ""),
        _ => Ended(Service(exception)),
    };

    private static CatalogueEntry OfRegion(string? region, CatalogueEntry cause) => cause with
    {
        Message = region is null
            ? $"No Region could be read. {cause.Message}"
            : $"The identity pools of {region} could not be read: {cause.Message}",
    };

    private static CatalogueEntry Ended(CatalogueEntry entry) => entry with { Message = Sentences.Ended(entry.Message) };

    private static ErrorCategory SignInCategory(SignInException refused) =>
        refused.InnerException is not { } refusal ? ErrorCategory.PermissionDenied
        : AwsErrors.CodeOf(refusal) == "ResourceNotFound" ? ErrorCategory.ObjectNotFound
        : AwsErrors.IsNotAuthorized(refusal) ? ErrorCategory.PermissionDenied
        : ErrorCategory.InvalidOperation;

    private static CatalogueEntry Own(PoolException exception)
    {
        var (category, message, cure) = Text(exception.Id, exception.Values);
        return new(exception.Id.ToString(), category, message, cure);
    }

    private static CatalogueEntry Plan(PlanFailedException plan)
    {
        var cause = Entry(plan.InnerException!);
        return new(
            plan.Leftovers.Count > 0 ? "ChangeLeftBehind" : $"ChangeFailed{cause.Id}", cause.Category,
            plan.MessageWith(cause.Message), cause.Cure);
    }

    private static CatalogueEntry Service(Exception exception) => AwsErrors.CodeOf(exception) switch
    {
        "ResourceNotFound" when Has(exception.Message, "Developer user identifier") =>
            new(
                "ResourceNotFound",
                ErrorCategory.ObjectNotFound,
                exception.Message,
                "Check the user's identifier, which is case-sensitive, and the pool. New-PoolDeveloperToken makes an "
                    + "identity for a new user."),
        "ResourceNotFound" =>
            new(
                "ResourceNotFound", ErrorCategory.ObjectNotFound, exception.Message,
                "Check the id, the Region and the account: Get-PoolAccount shows where you are."),
        "InvalidIdentityPoolConfiguration" =>
            new(
                "InvalidIdentityPoolConfiguration",
                ErrorCategory.InvalidData,
                exception.Message,
                "A role's trust policy does not accept this pool: Get-PoolRole says which and why, Set-PoolRole "
                    + "-RepairTrust repairs it."),
        "LimitExceeded" =>
            new(
                "LimitExceeded",
                ErrorCategory.LimitsExceeded,
                exception.Message,
                "A quota of the account is used up: remove what is not needed, or ask for more in the Service Quotas console."),
        "InvalidParameter" => InvalidParameter(exception.Message),
        "NotAuthorized" when Has(exception.Message, "Access to Role") =>
            new(
                "RoleForbidden",
                ErrorCategory.PermissionDenied,
                exception.Message,
                "The caller needs the permission iam:PassRole for the role (see about_CognitoPools_Permissions), and the role must "
                    + "be there: Get-PoolRole shows the pool's roles. One that was just made takes some seconds."),
        "EntityAlreadyExists" =>
            new(
                "EntityAlreadyExists", ErrorCategory.ResourceExists,
                exception.Message, "Use the existing one, or choose another name."),
        "MalformedPolicyDocument" =>
            new("MalformedPolicyDocument", ErrorCategory.InvalidData, exception.Message, "Mend the document and try again."),
        _ => OfItsKind(exception),
    };

    /// <summary>An error whose code the catalogue does not name.</summary>
    private static CatalogueEntry OfItsKind(Exception exception) => exception switch
    {
        _ when AwsErrors.IsThrottling(exception) =>
            new(
                "Throttled",
                ErrorCategory.LimitsExceeded,
                $"AWS kept answering that its request rate is exceeded: {exception.Message}",
                "Wait a little and run the command again; other programs of this account share the same quota."),
        // The lines after the first may repeat the signed request with its session token.
        _ when AwsErrors.IsCredentialsRefused(exception) =>
            new(
                "CredentialsRefused",
                ErrorCategory.AuthenticationError,
                $"AWS refused the credentials: {exception.Message.Split('\n')[0].TrimEnd()}",
                "Check the access key, its secret key and the session token; temporary ones may have expired, so sign "
                    + "in again. This machine's clock must be right to five minutes. Connect-PoolAccount takes other "
                    + "credentials."),
        _ when AwsErrors.IsNotAuthorized(exception) =>
            new("NotAuthorized", ErrorCategory.PermissionDenied, exception.Message, Permission(exception)),
        _ when AwsErrors.IsNetwork(exception) =>
            new(
                "NetworkFailure",
                ErrorCategory.ConnectionError,
                $"AWS could not be reached: {Innermost(exception)}",
                "Check the network, the proxy (HTTPS_PROXY, NO_PROXY), the Region and the endpoint: Get-PoolAccount shows them."),
        _ when AwsErrors.IsUnexpectedAnswer(exception)
            || exception is AmazonServiceException && AwsErrors.CodeOf(exception) is null =>
            new(
                "UnexpectedAnswer",
                ErrorCategory.ProtocolError,
                $"The endpoint did not answer like AWS: {exception.Message}",
                "Check the endpoint and the proxy: something else than AWS answered."),
        AmazonServiceException service when AwsErrors.IsServerError(service) =>
            new(
                service.ErrorCode, ErrorCategory.ResourceUnavailable, $"AWS itself failed: {service.Message}",
                "Run the command again in a while; the AWS Health Dashboard shows whether the service is disturbed."),
        AmazonServiceException service =>
            new(
                service.ErrorCode,
                ErrorCategory.InvalidResult,
                $"AWS refused with {service.ErrorCode}: {service.Message}",
                "The code and the words are the service's own: the API reference of the operation explains them."),
        AmazonClientException =>
            new(
                "ClientError",
                ErrorCategory.InvalidOperation,
                exception.Message,
                "The AWS SDK failed before AWS could answer. Get-PoolAccount shows the settings; -Verbose shows the calls."),
        OperationCanceledException => new("Stopped", ErrorCategory.OperationStopped, "The work was stopped.", ""),
        _ =>
            new(
                "Unexpected",
                ErrorCategory.NotSpecified,
                exception.Message,
                "The module does not know this error: please report it, with what '$Error[0] | Format-List * -Force' shows."),
    };

    private static string Permission(Exception exception)
    {
        var actions = DeniedAction.Of(exception);
        if (actions.Count == 0)
            return "Give the caller the permission that the message names; Get-PoolAccount shows who the caller is.";
        return (Has(exception.Message, "explicit deny")
                ? $"A policy denies {string.Join(" and ", actions)}, and no other policy outweighs that: change this one."
                : $"The caller needs the permission {string.Join(" and ", actions)}: about_CognitoPools_Permissions has policies to copy.")
            + " Get-PoolAccount shows who the caller is.";
    }

    private static CatalogueEntry InvalidParameter(
        string message) => new("InvalidParameter", ErrorCategory.InvalidArgument, message,
        Has(message, "RoleMapping ProviderName")
            ? "A role mapping's key must be a provider of the pool: Get-PoolIdentityProvider shows each provider's "
                + "RoleMappingKey."
            : Has(message, "Invalid Cognito Identity Provider")
                ? "The user pool or its app client is not there, or is of another Region: check the user pool's id and "
                    + "the client id."
                : "The words are the service's own: correct the value that they name.");

    private static bool Has(string message, string part) => message.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception.Message;

    private static string Say(string format, IReadOnlyList<string> values) =>
        string.Format(CultureInfo.InvariantCulture, format, [.. values]);

    private sealed record CatalogueEntry(string Id, ErrorCategory Category, string Message, string Cure);
}
