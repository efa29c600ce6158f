namespace Amazon.IdentityManagement.Model;

/// <summary>The operations that answer in pages.</summary>
internal sealed class IdentityManagementPaginatorFactory : IIdentityManagementPaginatorFactory
{
    private readonly IAmazonIdentityManagementService client;

    public IdentityManagementPaginatorFactory(IAmazonIdentityManagementService client) => this.client = client;

    public IListAttachedRolePoliciesPaginator ListAttachedRolePolicies(ListAttachedRolePoliciesRequest request) => new ListAttachedRolePoliciesPaginator(client, request);

    public IListInstanceProfilesForRolePaginator ListInstanceProfilesForRole(ListInstanceProfilesForRoleRequest request) => new ListInstanceProfilesForRolePaginator(client, request);

    public IListRolePoliciesPaginator ListRolePolicies(ListRolePoliciesRequest request) => new ListRolePoliciesPaginator(client, request);

    public IListRolesPaginator ListRoles(ListRolesRequest request) => new ListRolesPaginator(client, request);
}
