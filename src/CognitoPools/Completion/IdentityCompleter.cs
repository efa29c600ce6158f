using System.Globalization;
using CognitoPools.Identities;

namespace CognitoPools.Completion;

/// <summary>Completes the identities of the command's pool: those of the first pages, since a pool may have millions.</summary>
internal sealed class IdentityCompleter : ValueCompleter
{
    private const int MostIdentities = 5 * IdentityLister.PageSize;

    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        if (context.PoolId() is not { } id)
            return [];
        var identities = context.ReadParts<IReadOnlyList<PoolIdentity>>(
            $"identities {id}",
            async (connection, found, token) =>
            {
                var listed = new List<PoolIdentity>();
                await foreach (var page in new IdentityLister(connection).ListAsync(id, null, token).ConfigureAwait(false))
                {
                    listed.AddRange(page);
                    found([.. listed]);
                    if (listed.Count >= MostIdentities)
                        break;
                }
                return listed;
            }) ?? [];
        return identities.Where(identity => context.Word.Begins(identity.IdentityId))
            .Select(identity => new Suggestion(
                identity.IdentityId,
                string.Format(
                    CultureInfo.InvariantCulture, "{0}, created {1:yyyy-MM-dd}", identity.IdentityType, identity.CreationDate)));
    }
}
