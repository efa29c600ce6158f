namespace CognitoPools.Roles;

/// <summary>A source of the roles of pools.</summary>
internal interface IRoleSource
{
    /// <summary>The role that an ARN names.</summary>
    /// <param name="region">A Region of the pool's partition.</param>
    /// <param name="arn">The role's ARN.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">There is no such role.</exception>
    Task<NamedRole> FindAsync(string region, string arn, CancellationToken cancellationToken);

    /// <summary>The permissions policies of a role.</summary>
    /// <param name="region">A Region of the pool's partition.</param>
    /// <param name="name">The role's name.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    Task<IReadOnlyList<PoolRolePolicy>> PoliciesAsync(string region, string name, CancellationToken cancellationToken);
}
