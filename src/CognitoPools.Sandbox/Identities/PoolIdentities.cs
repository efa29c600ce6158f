namespace CognitoPools.Sandbox.Identities;

/// <summary>The identities of a pool and their linked logins. Callers must lock the Region to change them.</summary>
internal sealed class PoolIdentities
{
    private readonly IdentityTable table;
    private readonly LoginLinks links;

    public PoolIdentities()
        : this(new IdentityTable(), new LoginLinks())
    {
    }

    private PoolIdentities(IdentityTable table, LoginLinks links) => (this.table, this.links) = (table, links);

    /// <summary>Creates an independent copy.</summary>
    public PoolIdentities Clone() => new(table.Clone(), links.Clone());

    public int Add(int count, IReadOnlyList<string> logins, DateTimeOffset created, DateTimeOffset modified, bool disabled) =>
        table.Add(count, logins, created, modified, disabled);

    public bool TryGet(int position, out StoredIdentity identity) => table.TryGet(position, out identity);

    /// <summary>An identity that must exist.</summary>
    public StoredIdentity Get(int position) =>
        TryGet(position, out var identity) ? identity : throw new InvalidOperationException("The identity does not exist.");

    public (IReadOnlyList<StoredIdentity> Page, int Next) Page(int start, int size) => table.Page(start, size);

    public int? OwnerOf(Login login) => links.OwnerOf(login);

    public IReadOnlyList<LinkedLogin> LinksOf(int position) => links.Of(position);

    public void Remove(int position)
    {
        table.Remove(position);
        links.Clear(position);
    }

    public void Link(int position, Login login, DateTimeOffset now)
    {
        links.Set(position, login);
        var identity = Get(position);
        table.Update(
            position,
            [.. identity.Logins.Append(login.Provider)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(name => name, StringComparer.Ordinal)],
            now,
            identity.State);
    }

    /// <summary>Unlinks a login. An identity without its last login cannot be used any more.</summary>
    public void Unlink(int position, Login login, DateTimeOffset now)
    {
        links.Remove(login);
        var identity = Get(position);
        var isLastOfProvider = !links.Of(position).Any(link => link.Login.Provider == login.Provider);
        IReadOnlyList<string> logins = isLastOfProvider ? [
            .. identity.Logins.Where(name => name != login.Provider),
        ] : identity.Logins;
        table.Update(position, logins, now, logins.Count == 0 ? IdentityState.Unlinked : identity.State);
    }

    /// <summary>Moves the logins of one identity to another and disables the first.</summary>
    public void Merge(int source, int destination, DateTimeOffset now)
    {
        foreach (var link in links.Of(source).ToList())
            Link(destination, link.Login, now);
        table.Update(source, [], now, IdentityState.Disabled);
    }
}
