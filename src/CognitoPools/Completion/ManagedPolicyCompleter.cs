using CognitoPools.Account;

namespace CognitoPools.Completion;

/// <summary>Completes managed policies: those of the roles of the command's pool, and AWS managed policies that roles of
/// identity pools often have. The module does not list the policies of the account.</summary>
internal sealed class ManagedPolicyCompleter : ValueCompleter
{
    private static readonly string[] Usual =
    [
        "AmazonDynamoDBReadOnlyAccess",
        "AmazonLexRunBotsOnly",
        "AmazonPollyReadOnlyAccess",
        "AmazonRekognitionReadOnlyAccess",
        "AmazonS3ReadOnlyAccess",
        "AWSIoTDataAccess",
        "CloudWatchReadOnlyAccess",
        "TranslateReadOnly",
    ];

    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        var roles = context.Pool() is { } pool ? context.Roles().Concat(RoleNamesOf(pool)).Distinct(StringComparer.Ordinal) : [];
        var partition = context.Region is { } region ? AwsPartition.FromRegion(region) : AwsPartition.Aws;
        return context.AttachedPolicies(roles)
            .Concat(Usual.Select(name => partition.Arn("iam", "", "aws", $"policy/{name}")))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(arn => ManagedPolicySuggestion.Of(context.Word, arn));
    }

    private static IEnumerable<string> RoleNamesOf(IdentityPool pool) =>
        RolesOfPool.Of(pool).Select(arn => arn.Substring(arn.LastIndexOf('/') + 1));
}
