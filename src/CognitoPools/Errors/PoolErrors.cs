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

/// <summary>The catalogue: the id, category, message and cure of every error.</summary>
internal static class PoolErrors
{
    private const string NoProviders = "none";
    private const string AddProvider = "The pool has no providers. Add one with Add-PoolIdentityProvider.";

    /// <summary>The error record of an exception that the user's item caused.</summary>
    public static PoolErrorRecord From(Exception exception, object? target)
    {
        var entry = Entry(exception);
        // Within another message, this would be wrong: some of the work may be done.
        if (exception is UnreadablePartException)
            entry = entry with { Message = $"{entry.Message} The command needs this part, so it did nothing." };
        return new PoolErrorRecord(
            WithoutSecret(
                exception is SignInException or UnreadRegionException && exception.InnerException is { } refusal
                    ? refusal
                    : exception),
            entry.Id, entry.Category, Target(target), Details(entry.Message, entry.Cure));
    }

    /// <summary>The error record of one identity that was not removed. It keeps the exception of the service.</summary>
    public static PoolErrorRecord OfIdentity(string identityId, PoolIdentityRemovalStatus status, Exception exception)
    {
        var cause = Entry(exception);
        var (category, message, cure) = Text(
            status == PoolIdentityRemovalStatus.Unknown ? PoolErrorId.IdentityRemovalUnknown : PoolErrorId.IdentityNotRemoved,
            [identityId, cause.Message]);
        // The cure of a server error also says to repeat the command.
        var repeats = exception is AmazonServiceException service && AwsErrors.IsServerError(service);
        cure = cause.Cure.Length > 0 && !repeats ? $"{cause.Cure} {cure}" : cure;
        return new PoolErrorRecord(
            WithoutSecret(exception),
            status == PoolIdentityRemovalStatus.Unknown
                ? nameof(PoolErrorId.IdentityRemovalUnknown)
                : nameof(PoolErrorId.IdentityNotRemoved),
            category,
            Target(identityId),
            Details(message, cure));
    }

    /// <summary>The message of an error that becomes part of another message.</summary>
    public static string MessageOf(Exception exception) => Entry(exception).Message;

    private static PoolErrorDetails Details(string message, string cure) => new(ShownText.Of(message), ShownText.Of(cure));

    // A service may repeat a secret that was sent to it.
    private static Exception WithoutSecret(Exception exception)
    {
        for (var part = exception; part is not null; part = part.InnerException)
        {
            if (ShownText.HoldsSecret(part.Message))
                return new InvalidOperationException(ShownText.Of(exception.Message));
        }
        return exception;
    }

    // PowerShell prints the target with the error, so a token in the wrong parameter must not become the target.
    private static object? Target(object? item) =>
        item is string text ? ShownText.Masked(text)
        : HoldsSecret(item) ? "(contains a secret and is not shown)"
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

    /// <summary>Whether every later record would fail for the same reason.</summary>
    public static bool EndsThePipeline(Exception exception) => exception switch
    {
        AccountException or UnreadRegionException { Region: null } => true,
        PoolException own =>
            own.Id is PoolErrorId.ConfirmationNotPossible or PoolErrorId.NoAccountInRunspace or PoolErrorId.SecretKeyMissing,
        _ => false,
    };

    /// <summary>Category, message and cure of an error that the cmdlets found themselves.</summary>
    public static (ErrorCategory Category, string Message, string Cure) Text(PoolErrorId id, IReadOnlyList<string> values) => id switch
    {
        PoolErrorId.WildcardNotAllowed => (ErrorCategory.InvalidArgument,
            Message("'{0}' contains a wildcard, but this cmdlet needs the exact name of one identity pool.", values),
            Cure("Get the pools first, and pipe them to this cmdlet: Get-CognitoIdentityPool '{0}'.", values)),
        PoolErrorId.PoolNotFound => (ErrorCategory.ObjectNotFound,
            Message("Identity pool '{0}' does not exist in {1}.", values),
            Cure(
                "{2} Names are case-sensitive. Run Get-CognitoIdentityPool to list the pools of a Region, or specify another "
                    + "Region with -Region.",
                values).TrimStart()),
        PoolErrorId.PoolNameAmbiguous => (ErrorCategory.InvalidArgument,
            Message("Several identity pools are named '{0}': {1}.", values), "Specify the id of the pool instead of its name."),
        PoolErrorId.RegionMismatch => (ErrorCategory.InvalidArgument,
            Message("-Region {0} is not the Region of identity pool {1}, which is in {2}.", values),
            "Omit -Region: an id contains its Region."),
        PoolErrorId.PoolNameTaken => (ErrorCategory.ResourceExists,
            Message("An identity pool named '{0}' already exists: {1}.", values),
            "Use -UseExisting to update that pool, or -AllowDuplicate to create another pool with the same name."),
        PoolErrorId.NewNameTaken => (ErrorCategory.ResourceExists,
            Message("Another identity pool is already named '{0}': {1}.", values),
            "Choose another name, or use -AllowDuplicate to let two pools have the same name."),
        PoolErrorId.GuestRoleMissing => (ErrorCategory.InvalidArgument,
            Message("Identity pool {0} has no guest role, so guests would get no credentials.", values),
            "Add -CreateRole, or specify with -Role a role whose trust policy accepts the guests of the pool."),
        PoolErrorId.ProviderConflict => (ErrorCategory.ResourceExists,
            Message("Identity pool {0} already has the provider {1}, with the application id '{2}' instead of '{3}'.", values),
            "Use Set-PoolIdentityProvider -ClientId to change the id. The current users of the provider can then no longer "
                + "sign in."),
        PoolErrorId.ProviderNotFound => (ErrorCategory.ObjectNotFound,
            Message("Identity pool {0} has no provider '{1}'.", values),
            values[2] is "" or NoProviders
                ? AddProvider
                : Cure(
                    "{3} Its providers are: {2}. Specify a provider by its kind, its name or any of its keys.",
                    values).TrimStart()),
        PoolErrorId.ProviderAmbiguous => (ErrorCategory.InvalidArgument,
            Message("Several providers of identity pool {0} match '{1}'.", values), Cure("Specify one of them: {2}.", values)),
        PoolErrorId.ProviderMissing => (ErrorCategory.InvalidArgument,
            Message("No provider of identity pool {0} was specified.", values),
            values[1] is "" or NoProviders or "(the pool has none)"
                ? AddProvider
                : Cure("Specify -Provider with one of: {1}. Or pipe the output of Get-PoolIdentityProvider.", values)),
        PoolErrorId.RoleNotSet => (ErrorCategory.InvalidOperation,
            Message("Identity pool {0} has no role for {1}.", values),
            "Specify a role with -Role, or use -CreateRole to create one."),
        PoolErrorId.RoleNotRemovable => (ErrorCategory.InvalidOperation,
            Message("IAM role '{0}' was not removed, because {1}.", values),
            values[1].EndsWith("uses it", StringComparison.Ordinal)
                ? "Use Set-PoolRole -None to remove a default role from its pool, or Set-PoolIdentityProvider -RemoveRule to "
                    + "remove the rule that uses the role."
                : "Run Find-PoolRole to see which pool the role serves. If no one needs the role, delete it in IAM."),
        PoolErrorId.NotARole => (ErrorCategory.InvalidArgument,
            Message("The input is {0}, not a role.", values),
            "Specify the name or the ARN of a role, or the output of Get-PoolRole, Find-PoolRole or New-PoolRole."),
        PoolErrorId.NotAPlan => (ErrorCategory.InvalidArgument,
            Message("The input is {0}, not a plan.", values),
            "Specify the output of -AsPlan or its JSON, or a file with -Path."),
        PoolErrorId.PlanOfOtherAccount => (ErrorCategory.InvalidOperation,
            Message("The plan for {0} was created in {1}, but this connection is to {2}.", values),
            "Connect to that account with Connect-PoolAccount, or specify -ProfileName or -Credential."),
        PoolErrorId.PlanSecretMissing => (ErrorCategory.InvalidArgument,
            Message("The plan for {0} sets the consumer secret of {1}, which the JSON of a plan does not contain.", values),
            Cure("Specify the secret with -Value @{{ '{2}' = $secret }}.", values)),
        PoolErrorId.NoDeveloperProvider => (ErrorCategory.InvalidOperation,
            Message("Identity pool {0} has no developer provider.", values),
            Cure(
                "Run Set-CognitoIdentityPool '{1}' -DeveloperProviderName login.example.com to set one. A developer provider "
                    + "can never be changed or removed.",
                values)),
        PoolErrorId.ConfirmationNotPossible => (ErrorCategory.InvalidOperation,
            Message("{0} This command requires confirmation, but this host cannot prompt for it.", values), "Add -Force, or -Confirm:$false."),
        PoolErrorId.ChangeDoneNotRead => (ErrorCategory.ReadError,
            Message("The change was made, but identity pool {0} could not be read afterwards: {1}", values),
            Cure("Do not repeat the change. Run Get-CognitoIdentityPool '{0}' to see the pool.", values)),
        PoolErrorId.NoSandbox => (ErrorCategory.InvalidOperation,
            "This runspace is not connected to a sandbox.", "Run Connect-PoolAccount -Sandbox to create one."),
        PoolErrorId.NoAccountInRunspace => (ErrorCategory.AuthenticationError,
            "This runspace is not connected to an account. Another runspace of this process is connected to a sandbox, so the "
                + "cmdlet does not use an account of AWS.",
            "In ForEach-Object -Parallel and Start-ThreadJob, specify -Connection $using:account, where $account is the output "
                + "of Connect-PoolAccount. To use an account of AWS, run Connect-PoolAccount in this runspace."),
        PoolErrorId.SecretKeyMissing => (ErrorCategory.AuthenticationError,
            Message("The secret key of access key {0} is missing: none was entered, or this host cannot prompt for it.", values),
            "Specify a PSCredential with the access key id as its user name and the secret key as its password."),
        PoolErrorId.PoolGivenForIdentity => (ErrorCategory.InvalidArgument,
            Message("'{0}' is an identity pool, not an identity.", values),
            Cure(
                "To remove the identities of the pool, run Get-PoolIdentity '{0}' | Remove-PoolIdentity. To remove the pool, "
                    + "use Remove-CognitoIdentityPool.",
                values)),
        PoolErrorId.NotAnIdentityPool => (ErrorCategory.InvalidArgument,
            Message("The input is {0}, not {1}.", values),
            Cure("{2} For the pool itself, specify its name or its id.", values).TrimStart()),
        PoolErrorId.NotAnIdentity => (ErrorCategory.InvalidArgument,
            Message("The input is {0}, not an identity.", values),
            Cure("{1} For the identity itself, specify its id.", values).TrimStart()),
        PoolErrorId.InvalidPoolDocument => (ErrorCategory.InvalidData,
            Message("{0}: {1}", values), Cure("{2}", values)),
        PoolErrorId.NotAPoolDocument => (ErrorCategory.InvalidArgument,
            Message("The input is {0}, not a pool document.", values),
            "Specify the path of a file, the text of a document, or the output of Export-CognitoIdentityPool."),
        PoolErrorId.RoleNotRead => (ErrorCategory.PermissionDenied,
            Message("Not all roles of identity pool {0} could be read, so {1}. {2}", values),
            Cure(
                "Grant the caller iam:GetRole, iam:ListRoles, iam:ListRolePolicies, iam:GetRolePolicy and "
                    + "iam:ListAttachedRolePolicies{3}.",
                values)),
        PoolErrorId.FileNotRead => (ErrorCategory.ReadError,
            Message("The file '{0}' could not be read: {1}", values),
            "Specify the path of a file: an absolute path, or one relative to the current folder."),
        PoolErrorId.FileNotWritten => (ErrorCategory.WriteError,
            Message("The file '{0}' could not be written: {1}", values), Cure("{2}", values)),
        PoolErrorId.IdentityNotRemoved => (ErrorCategory.WriteError,
            Message("Identity '{0}' was not removed: {1}", values),
            "Run the same command again; it continues where this one ended."),
        PoolErrorId.IdentityRemovalUnknown => (ErrorCategory.WriteError,
            Message("It is not known whether identity '{0}' was removed: {1}", values),
            "Run the same command again; removing an identity twice does no harm."),
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
                unreadable.Message,
                $"Grant the caller the permission {unreadable.Part.Permission}."),
        UnreadablePermissionsException permissions =>
            new(
                "RolePermissionsUnreadable",
                permissions.Permission is null ? ErrorCategory.InvalidData : ErrorCategory.PermissionDenied,
                permissions.Message,
                permissions.Permission is { } lacking
                    ? $"Grant the caller the permission {lacking}."
                    : "Correct the policy. Run Get-PoolRole -IncludePolicy to see the documents."),
        UnreadRegionException { InnerException: { } cause } unread => OfRegion(unread.Region, Entry(cause)),
        PlanOutdatedException outdated =>
            new(
                "PlanOutdated", ErrorCategory.InvalidOperation, $"{outdated.Message} Nothing was changed.",
                "Create the plan again with -AsPlan, and review it."),
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
                    ? "Grant the caller the permission cognito-identity:DeleteIdentities for the identity. "
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
                "Check the identifier of the user, which is case-sensitive, and the pool. Use New-PoolDeveloperToken to create "
                    + "an identity for a new user."),
        "ResourceNotFound" =>
            new(
                "ResourceNotFound", ErrorCategory.ObjectNotFound, exception.Message,
                "Check the id, the Region and the account. Run Get-PoolAccount to see the current account and Region."),
        "InvalidIdentityPoolConfiguration" =>
            new(
                "InvalidIdentityPoolConfiguration",
                ErrorCategory.InvalidData,
                exception.Message,
                "The trust policy of a role does not accept this pool. Run Get-PoolRole to see which role and why, and use "
                    + "Set-PoolRole -RepairTrust to repair the policy."),
        "LimitExceeded" =>
            new(
                "LimitExceeded",
                ErrorCategory.LimitsExceeded,
                exception.Message,
                "A quota of the account is exhausted. Remove resources that are not needed, or request a higher quota in the "
                    + "Service Quotas console."),
        "InvalidParameter" => InvalidParameter(exception.Message),
        "NotAuthorized" when Has(exception.Message, "Access to Role") =>
            new(
                "RoleForbidden",
                ErrorCategory.PermissionDenied,
                exception.Message,
                "Grant the caller the permission iam:PassRole for the role (see about_CognitoPools_Permissions). The role must "
                    + "exist: run Get-PoolRole to see the roles of the pool. A new role can be used after some seconds."),
        "EntityAlreadyExists" =>
            new(
                "EntityAlreadyExists", ErrorCategory.ResourceExists,
                exception.Message, "Use the existing resource, or choose another name."),
        "MalformedPolicyDocument" =>
            new("MalformedPolicyDocument", ErrorCategory.InvalidData, exception.Message, "Correct the document and try again."),
        _ => OfItsKind(exception),
    };

    /// <summary>An error whose code the catalogue does not name.</summary>
    private static CatalogueEntry OfItsKind(Exception exception) => exception switch
    {
        _ when AwsErrors.IsThrottling(exception) =>
            new(
                "Throttled",
                ErrorCategory.LimitsExceeded,
                $"AWS refused all attempts because the request rate was exceeded: {exception.Message}",
                "Wait a moment and run the command again. Other programs in this account share the same quota."),
        // The lines after the first may repeat the signed request with its session token.
        _ when AwsErrors.IsCredentialsRefused(exception) =>
            new(
                "CredentialsRefused",
                ErrorCategory.AuthenticationError,
                $"AWS refused the credentials: {exception.Message.Split('\n')[0].TrimEnd()}",
                "Check the access key, its secret key and the session token. If temporary credentials have expired, sign in "
                    + "again. The clock of this computer must be correct to within five minutes. Use Connect-PoolAccount to "
                    + "specify other credentials."),
        _ when AwsErrors.IsNotAuthorized(exception) =>
            new("NotAuthorized", ErrorCategory.PermissionDenied, exception.Message, Permission(exception)),
        _ when AwsErrors.IsNetwork(exception) =>
            new(
                "NetworkFailure",
                ErrorCategory.ConnectionError,
                $"AWS could not be reached: {Innermost(exception)}",
                "Check the network, the proxy (HTTPS_PROXY, NO_PROXY), the Region and the endpoint. Run Get-PoolAccount to see the "
                    + "Region and the endpoint."),
        _ when AwsErrors.IsUnexpectedAnswer(exception)
            || exception is AmazonServiceException && AwsErrors.CodeOf(exception) is null =>
            new(
                "UnexpectedAnswer",
                ErrorCategory.ProtocolError,
                $"The response did not come from AWS: {exception.Message}",
                "Check the endpoint and the proxy."),
        AmazonServiceException service when AwsErrors.IsServerError(service) =>
            new(
                service.ErrorCode, ErrorCategory.ResourceUnavailable, $"AWS failed with an internal error: {service.Message}",
                "Run the command again later. The AWS Health Dashboard shows whether the service has a problem."),
        AmazonServiceException service =>
            new(
                service.ErrorCode,
                ErrorCategory.InvalidResult,
                $"AWS refused the request with {service.ErrorCode}: {service.Message}",
                "Look up the code in the API reference of the operation. Both the code and the message are from AWS."),
        AmazonClientException =>
            new(
                "ClientError",
                ErrorCategory.InvalidOperation,
                $"The AWS SDK failed before AWS answered: {exception.Message}",
                "Run Get-PoolAccount to see the settings, or add -Verbose to see the calls."),
        OperationCanceledException => new("Stopped", ErrorCategory.OperationStopped, "The work was stopped.", ""),
        _ =>
            new(
                "Unexpected",
                ErrorCategory.NotSpecified,
                exception.Message,
                "The module does not know this error. Please report it, with the output of '$Error[0] | Format-List * -Force'."),
    };

    private static string Permission(Exception exception)
    {
        var actions = DeniedAction.Of(exception);
        if (actions.Count == 0)
            return "Grant the caller the permission that the message names. Run Get-PoolAccount to see who the caller is.";
        return (Has(exception.Message, "explicit deny")
                ? $"Change the policy that denies {string.Join(" and ", actions)}: no other policy can override an explicit deny."
                : $"Grant the caller the permission {string.Join(" and ", actions)}. about_CognitoPools_Permissions has policies to copy.")
            + " Run Get-PoolAccount to see who the caller is.";
    }

    private static CatalogueEntry InvalidParameter(
        string message) => new("InvalidParameter", ErrorCategory.InvalidArgument, message,
        Has(message, "RoleMapping ProviderName")
            ? "The key of a role mapping must be a provider of the pool. Run Get-PoolIdentityProvider to see the "
                + "RoleMappingKey of each provider."
            : Has(message, "Invalid Cognito Identity Provider")
                ? "Check the user pool id and the client id: the user pool or its app client does not exist, or is in another "
                    + "Region."
                : "Correct the value that the message names. The message is from AWS.");

    private static bool Has(string message, string part) => message.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception.Message;

    // A message shortens the values that it quotes. The cure does not, because it repeats them in commands.
    private static string Message(string format, IReadOnlyList<string> values)
    {
        var shown = values.ToArray();
        for (var index = 0; index < shown.Length; index++)
        {
            var quoted = string.Format(CultureInfo.InvariantCulture, "'{{{0}}}'", index);
            if (format.IndexOf(quoted, StringComparison.Ordinal) < 0)
                continue;
            format = format.Replace(quoted, quoted.Trim('\''));
            shown[index] = ShownText.Quoted(shown[index]);
        }
        var message = Cure(format, shown);
        return message.StartsWith("an ", StringComparison.Ordinal) ? $"An{message.Substring("an".Length)}" : message;
    }

    private static string Cure(string format, IReadOnlyList<string> values) =>
        string.Format(CultureInfo.InvariantCulture, format, [.. values]);

    private sealed record CatalogueEntry(string Id, ErrorCategory Category, string Message, string Cure);
}
